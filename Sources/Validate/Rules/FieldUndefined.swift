internal import MARC
internal import MARC21
public import Update

/// A tag that the record's format does not define and the profile does not name as local: said once a tag and record.
public struct FieldUndefined: DefinitionRule {
    public static let code = DefectCode(
        "validate.field-undefined", .info, .noted,
        what:
            "MARC 21 does not define a field with this tag for this kind of record, and the profile does not name it as local.",
        why:
            "What stands there is neither shown to patrons nor searched. Often the tag is mistyped, or local data was exported.",
        done: "The field is kept as it is.",
        repair: "Correct the tag; if the field is meant for your own use, tell us, so that the profile names it.",
        example: "=253  \\\\$aTitle")
    public static let codes = [code]

    let localTags: [TagPattern]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.norm.pointee.standing == .undefined, field.tag == field.judgedTag, field.isFirstOfItsTag else {
            return
        }
        let tag = field.tag
        guard !localTags.contains(where: { $0.matches(tag) }) else { return }
        log.report(
            Self.code, at: field.place(),
            "MARC 21 defines no field \(tag) for \(field.record.kind.name) records; correct the tag, or have the profile name "
                + "it as local")
    }
}
