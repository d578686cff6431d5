internal import MARC
internal import MARC21
public import Update

/// A subfield that MARC 21 has withdrawn from its field: said once a code and field.
public struct SubfieldObsolete: DefinitionRule {
    public static let code = DefectCode(
        "validate.subfield-obsolete", .info, .noted,
        what: "The field has a subfield that MARC 21 has withdrawn from it.",
        why: "Newer systems may not show or search it. Records from before the change often have it.",
        done: "The subfield is kept as it is.",
        repair: "Nothing need be done at once; newer copies of the record have the content in its present place.",
        example: "=245  10$aTitle$dSection /$cA. Author.")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let definition = field.departingDefinition(.subfields) else { return }
        for code in field.codes.characters where !field.norm.pointee.subfields.contains(code) {
            guard definition.standing(ofSubfield: code) == .obsolete else { continue }
            let label = definition.subfield(code)?.label ?? ""
            log.report(
                Self.code, at: field.place(subfield: code), before: field.field.subfield(Unicode.Scalar(code)),
                "\(field.name) has the obsolete subfield \(Words.subfield(code))\(label.isEmpty ? "" : " (\(label))")")
        }
    }
}
