internal import MARC
internal import Update

/// A field that says, character by character, what another field of the record says.
enum FieldDuplicated: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "duplicate-fields"

    static func apply(to work: inout ScrubWork) {
        let surplus = work.record.withView { view in
            var seen: Set<[UInt8]> = []
            return Set(
                view.fields.filter { mayGo($0) }.filter { !seen.insert(key(of: $0)).inserted }.map(\.index))
        }
        work.dropFields(code, where: { surplus.contains($0.index) }) {
            "\($0.tag) stands in the record twice, character by character; the second was left out"
        }
    }

    private static func key(of field: FieldView) -> [UInt8] {
        [field.tag.first, field.tag.second, field.tag.third, 0] + FieldText.of(field)
    }

    /// Notes, holdings, items and local fields may be there twice on purpose, and so may 006 and 007; linked fields are
    /// one of a pair.
    private static func mayGo(_ field: FieldView) -> Bool {
        switch field.tag {
        case "001", "003", "005", "008": return true
        case _ where field.tag.isControl || !field.tag.isNumeric || field.tag.second == UInt8(ascii: "9"): return false
        default:
            let hundred = field.tag.first
            let isHoldings = ("841" as Tag) <= field.tag && field.tag <= "878" && field.tag != "856"
            return hundred != UInt8(ascii: "5") && hundred != UInt8(ascii: "9") && !isHoldings
                && field.tag != "880" && !DuplicateField.isLinked(field)
        }
    }

    static let code = DefectCode(
        "scrub.field-duplicated", .info, .partDropped,
        what: "The same field stands in the record twice, character by character.",
        why: "Displays show the line twice.",
        done: """
            The second was left out, as the contributor's profile asks (repairs: [duplicate-fields]); not in notes, \
            holdings, items, local fields and fields linked by $6 or $8.
            """,
        repair: "Delete one of the two in the library's system.",
        example: "=650  \\0$aTopic.\n=650  \\0$aTopic.")
}

/// What the rules about fields that stand twice have in common.
enum DuplicateField {
    /// Whether the field is linked to others of its record.
    static func isLinked(_ field: FieldView) -> Bool {
        field.subfields.contains { $0.code == UInt8(ascii: "6") || $0.code == UInt8(ascii: "8") }
    }
}
