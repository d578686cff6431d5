/// What single columns of the tables mean.
enum Columns {
    /// `R`, `NR` or `?`.
    static func repeatability(_ column: Label) -> Repeatability? {
        if column == "R" { return .repeatable }
        if column == "NR" { return .notRepeatable }
        return column == "?" ? .notStated : nil
    }

    /// `ind1` or `ind2`.
    static func indicator(_ column: Label) -> UInt8? {
        if column == "ind1" { return 1 }
        return column == "ind2" ? 2 : nil
    }

    /// `18` or `18-21`.
    static func range(_ column: Label) -> ClosedRange<Int>? {
        let ends = column.pieces(separatedBy: UInt8(ascii: "-"))
        guard let first = ends.first?.number, let last = ends.last?.number, ends.count <= 2, first <= last else {
            return nil
        }
        return first...last
    }

    /// The words of a column.
    static func words(_ column: Label) -> [Label] { column.pieces(separatedBy: 0x20) }

    /// Columns `CODE=LABEL`, after the column `obsolete` obsolete ones; nil where one has another shape.
    ///
    /// - Parameter ranges: `0-9=LABEL` stands for ten codes.
    static func codes(_ columns: some Sequence<Label>, ranges: Bool = false) -> CodeTable? {
        var entries: [CodeEntry] = []
        entries.reserveCapacity(columns.underestimatedCount)
        var standing = Standing.current
        for column in columns {
            if column == "obsolete" {
                standing = .obsolete
                continue
            }
            guard let end = column.firstIndex(of: UInt8(ascii: "=")), end > 0 else { return nil }
            let code = column.part(0, end)
            let meaning = column.part(end + 1)
            if ranges, let digits = digits(code) {
                entries += digits.map { CodeEntry($0, meaning: meaning, standing: standing) }
            } else {
                entries.append(CodeEntry(code, meaning: meaning, standing: standing))
            }
        }
        return CodeTable(entries)
    }

    /// The codes of `0-9`; nil for a column of another shape.
    private static func digits(_ range: Label) -> [Label]? {
        guard range.length == 3, range.bytes[1] == UInt8(ascii: "-"), let ends = Columns.range(range) else {
            return nil
        }
        return ends.map { allDigits.part($0, $0 + 1) }
    }

    private static let allDigits: Label = {
        let digits: StaticString = "0123456789"
        return Label(start: digits.utf8Start, length: digits.utf8CodeUnitCount)
    }()
}

extension [Label] {
    /// The column at `index`, empty where the line ends before it.
    func column(_ index: Int) -> Label { index < count ? self[index] : .none }
}
