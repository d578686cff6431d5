internal import MARC
internal import MARC21
public import Update

/// A field that MARC 21 has withdrawn: said once a tag and record.
public struct FieldObsolete: DefinitionRule {
    public static let code = DefectCode(
        "validate.field-obsolete", .info, .noted,
        what: "The field was once part of MARC 21 and has been withdrawn.",
        why: "Newer systems may not show or search it. Records from before the change often have it.",
        done: "The field is kept as it is.",
        repair:
            "Move its content to the field that took its place, as 440 to 490 and 830, when the record is next edited.",
        example: "=440  \\0$aSeries ;$v5")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.norm.pointee.standing == .obsolete, field.tag == field.judgedTag, field.isFirstOfItsTag else {
            return
        }
        log.report(
            Self.code, at: field.place(),
            "field \(field.definedName) is obsolete; move its content to the field that took its place")
    }
}
