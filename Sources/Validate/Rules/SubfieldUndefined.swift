internal import MARC
internal import MARC21
public import Update

/// A subfield that MARC 21 does not define for its field: said once a code and field.
public struct SubfieldUndefined: DefinitionRule {
    public static let code = DefectCode(
        "validate.subfield-undefined", .minor, .noted,
        what: "The field has a subfield that MARC 21 does not define for it.",
        why: "What stands there is not shown, or shown without its context, and it is not searched.",
        done: "The subfield is kept as it is.",
        repair: "Correct the subfield code, or move the content to the field or subfield meant for it.",
        example: "=245  10$aTitle$qRest")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let definition = field.departingDefinition(.subfields) else { return }
        for code in field.codes.characters where !field.norm.pointee.subfields.contains(code) {
            guard definition.standing(ofSubfield: code) == .undefined else { continue }
            log.report(
                Self.code, at: field.place(subfield: code), before: field.field.subfield(Unicode.Scalar(code)),
                "\(field.name) has a subfield \(Words.subfield(code)), which MARC 21 does not define for \(field.definedName)"
            )
        }
    }
}
