internal import MARC

/// The title that patrons search: 245 $a $b $n $p in the order of the field.
enum TitleText {
    private static let codes: CodeSet = "abnp"

    static func append(_ record: RecordView, to text: inout [UInt8]) {
        guard let field = record.first("245") else { return }
        SearchText.append(field, codes: codes, after: text.count, to: &text)
    }
}
