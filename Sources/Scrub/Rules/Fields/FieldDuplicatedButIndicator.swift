internal import MARC
internal import Update

/// Two fields that differ in nothing but indicator 1, blank in the one and set in the other.
enum FieldDuplicatedButIndicator: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "duplicate-fields-but-indicator"

    static func apply(to work: inout ScrubWork) {
        let surplus = work.record.withView { view in
            let told = Set(view.fields.filter { mayGo($0) && $0.indicator1 != 0x20 }.map { key(of: $0) })
            return Set(
                view.fields.filter { mayGo($0) && $0.indicator1 == 0x20 && told.contains(key(of: $0)) }.map(\.index))
        }
        work.dropFields(code, where: { surplus.contains($0.index) }) {
            "another \($0.tag) differs in nothing but indicator 1, which is blank here and set there; this one was left out"
        }
    }

    private static func mayGo(_ field: FieldView) -> Bool {
        !field.tag.isControl && field.tag.isNumeric && field.tag.first < UInt8(ascii: "8")
            && field.tag.second != UInt8(ascii: "9") && !DuplicateField.isLinked(field)
    }

    /// The field without its first indicator.
    private static func key(of field: FieldView) -> [UInt8] {
        [field.tag.first, field.tag.second, field.tag.third] + FieldText.of(field).dropFirst()
    }

    static let code = DefectCode(
        "scrub.field-duplicated-but-indicator", .info, .partDropped,
        what: "Two fields of the record are the same but for indicator 1, which is blank in one of them.",
        why: "Displays show the line twice.",
        done: """
            The one with the blank indicator was left out, as the contributor's profile asks \
            (repairs: [duplicate-fields-but-indicator]).
            """,
        repair: "Delete one of the two in the library's system.",
        example: "=650  \\0$aTopic.\n=650  10$aTopic.")
}
