internal import MARC
internal import MARC21
public import Update

/// A 006 that starts with no form of material.
public struct AdditionalCharacteristicsFormUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.additional-characteristics-form-undefined", .minor, .noted,
        what: "Field 006 starts with a character that names no form of material.",
        why:
            "The other positions cannot be read, so that a search by the second form of material leaves the title out.",
        done: "The field is kept as it is; its codes are not judged.",
        repair: "Set 006/00 to the form of material, m for an electronic resource, s for a serial.",
        example: #"=006  x\\\\\\\\d\\\\\\\\"#)
    public static let codes = [code]

    var tags: [TagPattern] { ["006"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let first = field.field.value.first, !Self.forms.contains(first) else { return }
        log.report(
            Self.code, at: field.place(position: 0), before: [first],
            "006/00 (Form of material) is \(Words.character(first)); MARC 21 defines \(Words.list(Self.forms))")
    }

    private static let forms = FixedFieldForms.firstCharacters(of: "006")
}
