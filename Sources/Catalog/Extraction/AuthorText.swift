internal import MARC

/// The names that patrons search: persons, corporate bodies and meetings of 1XX and 7XX, without the titles and relator
/// terms that stand in the same fields. Names are separated by ` ; `.
enum AuthorText {
    /// Name, numeration, titles and other words, dates, fuller form.
    private static let person: CodeSet = "abcdq"
    /// Name and subordinate units.
    private static let body: CodeSet = "ab"
    /// Name, place, date, number of part, subordinate unit.
    private static let meeting: CodeSet = "acdne"
    private static let uncontrolled: CodeSet = "a"

    static func append(_ record: RecordView, to text: inout [UInt8]) {
        let start = text.count
        for field in record.fields {
            guard let codes = codes(of: field.tag) else { continue }
            SearchText.append(field, codes: codes, after: start, to: &text)
        }
    }

    private static func codes(of tag: Tag) -> CodeSet? {
        switch tag {
        case "100", "700": person
        case "110", "710": body
        case "111", "711": meeting
        case "720": uncontrolled
        default: nil
        }
    }
}
