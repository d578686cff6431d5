internal import MARC

/// A record as people read it, a line a field.
enum RecordLines {
    /// All lines of a record.
    static func lines(_ view: RecordView) -> [String] { [leader(view)] + view.fields.map(field) }

    /// `=LDR  00714cam a2200205 a 4500`
    static func leader(_ view: RecordView) -> String { "=LDR  \(Bytes.display(view.leader.array, limit: 24))" }

    /// `=245  10$aTitle /$cAuthor.`; a blank indicator as `\`.
    static func field(_ field: FieldView) -> String {
        let limit = FieldEntry.longest
        if field.tag.isControl { return "=\(field.tag)  \(Bytes.display(field.value, limit: limit))" }
        let indicators = [field.indicator1, field.indicator2].map { $0 == 0x20 || $0 == 0 ? UInt8(ascii: "\\") : $0 }
        return "=\(field.tag)  \(Bytes.display(indicators))"
            + field.subfields.map { "$\(Bytes.display([$0.code]))\(Bytes.display($0.value, limit: limit))" }.joined()
    }
}
