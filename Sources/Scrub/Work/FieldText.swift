internal import MARC

/// A whole field as people read it, for the defect that says that it was dropped.
enum FieldText {
    /// `10$aTitle /$cAuthor.`, or the data of a control field.
    static func of(_ field: FieldView) -> [UInt8] {
        guard !field.tag.isControl else { return Array(field.value) }
        var text = [field.indicator1, field.indicator2].map { $0 == 0 ? 0x20 : $0 }
        for subfield in field.subfields {
            if subfield.code != 0 { text += [UInt8(ascii: "$"), subfield.code] }
            text += subfield.value
        }
        return text
    }
}
