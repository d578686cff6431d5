internal import MARC
internal import MARC21

/// The language codes of a field: 041, and 242 $y.
enum LanguageCodes {
    /// Calls `body` with each code and its subfield. A value of six, nine and more characters, as was once the rule, is taken as
    /// codes of three; any other is handed on as it is. Codes from a list that $2 names are passed over.
    static func forEach(_ field: FieldCase, _ body: (SubfieldView, ByteView) -> Void) {
        let isTitle = field.judgedTag == "242"
        if !isTitle, field.has("2") || field.field.indicator2 == UInt8(ascii: "7") { return }
        for subfield in field.subfields(isTitle ? "y" : "abdefghijkmnpqrt") {
            let value = subfield.value
            guard value.count > 3, value.count % 3 == 0 else {
                body(subfield, value)
                continue
            }
            for start in stride(from: 0, to: value.count, by: 3) { body(subfield, value.slice(start, 3)) }
        }
    }
}
