internal import MARC

/// The subjects that patrons search: the lettered subfields of 6XX, without relator terms, links and control subfields.
/// Headings are separated by ` ; `.
enum SubjectText {
    private static let codes: CodeSet = "abcdfghjklmnopqrstvxyz"

    static func append(_ record: RecordView, to text: inout [UInt8]) {
        let start = text.count
        for field in record.fields where field.tag.first == UInt8(ascii: "6") {
            SearchText.append(field, codes: codes, after: start, to: &text)
        }
    }
}
