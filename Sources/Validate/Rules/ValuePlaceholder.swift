internal import MARC
internal import MARC21
public import Update

/// A value that stands for none: what people type to get past a form.
public struct ValuePlaceholder: FieldRule {
    public static let code = DefectCode(
        "validate.value-placeholder", .info, .noted,
        what: "A subfield holds a word or mark that stands for no value, as n/a, TBD or a hyphen.",
        why: "Patrons see it as if it were a name or a place, and it fills lists of names and subjects.",
        done: "The subfield is kept as it is.",
        repair: "Enter the value, or delete the subfield.",
        example: "=700  1\\$aN/A")
    public static let codes = [code]

    var tags: [TagPattern] {
        [
            "100", "110", "111", "130", "240", "245", "246", "250", "260", "264", "300", "490", "500", "520", "600",
            "610",
            "611", "630", "650", "651", "653", "655", "700", "710", "711", "730", "740", "800", "810", "811", "830",
            "856",
        ]
    }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let subfields = field.field.subfields
        for index in 0..<subfields.count {
            let subfield = subfields[index]
            guard subfield.value.count <= 7, subfield.code &- 0x61 < 26,
                Self.isPlaceholder(subfield.value, isTitle: field.judgedTag == "245")
            else { continue }
            log.report(
                Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                "\(field.name) \(Words.subfield(subfield.code)) is '\(Bytes.display(subfield.value))', which stands for no "
                    + "value; enter one or delete the subfield")
        }
    }

    /// The characters with which a placeholder begins.
    private static let beginnings: ASCIISet = "-?nNtTuUxX"

    /// - Parameter isTitle: a title may be any word.
    private static func isPlaceholder(_ value: ByteView, isTitle: Bool) -> Bool {
        guard let first = value.first, Self.beginnings.contains(first) else { return false }
        var end = value.count
        while end > 0, value[end - 1] == 0x20 || value[end - 1] == UInt8(ascii: ".") { end -= 1 }
        func says(_ word: StaticString) -> Bool {
            end == word.utf8CodeUnitCount && (0..<end).allSatisfy { value[$0] | 0x20 == word.utf8Start[$0] }
        }
        if end > 0, value[..<end].allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "?") }) { return true }
        return says("n/a") || says("tbd") || says("tba") || says("null")
            || !isTitle && (says("unknown") || says("none") || says("test") || says("xxx"))
    }
}
