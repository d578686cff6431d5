internal import MARC

/// The years of publication that 260 and 264 name: at most eight.
///
/// Source: MARC 21 Format for Bibliographic Data, 260 $c, $g; 264 $c.
struct Years {
    private var years = InlineArray<8, Int>(repeating: 0)
    private var count = 0

    /// nil where no year is named, where digits of one are missing (`199-`), where there are too many, and where all of them may be
    /// of another calendar.
    init?(publicationOf record: RecordCase) {
        for tag: Tag in ["260", "264"] {
            for field in record.fields(tag) {
                for subfield in field.subfields
                where subfield.code == UInt8(ascii: "c") || subfield.code == UInt8(ascii: "g") {
                    guard add(subfield.value) else { return nil }
                }
            }
        }
        guard count > 0, latest > 1500 else { return nil }
    }

    /// Adds the years of a date; false where it cannot be used.
    private mutating func add(_ date: ByteView) -> Bool {
        var index = 0
        while index < date.count {
            guard date[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < date.count, date[index].isDigit { index += 1 }
            let isOpen = index - start < 4 && index < date.count && date[index] == UInt8(ascii: "-")
            guard !isOpen, count < 8 else { return false }
            guard let year = Self.year(date.slice(start, index - start)) else { continue }
            years[count] = year
            count += 1
        }
        return true
    }

    /// A year of four digits, of the Christian era and not far in the future.
    static func year(_ value: ByteView) -> Int? {
        guard value.count == 4, let year = value.number, 1000...2100 ~= year else { return nil }
        return year
    }

    func contains(_ year: Int) -> Bool {
        for index in 0..<count where years[index] == year { return true }
        return false
    }

    var earliest: Int { (0..<count).reduce(Int.max) { min($0, years[$1]) } }
    var latest: Int { (0..<count).reduce(0) { max($0, years[$1]) } }

    /// `1995` or `1995, 1996`.
    var words: String { (0..<count).map { String(years[$0]) }.joined(separator: ", ") }
}
