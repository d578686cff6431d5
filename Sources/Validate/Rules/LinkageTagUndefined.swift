internal import MARC
internal import MARC21
public import Update

/// An 880 whose $6 names a field that the format does not define.
public struct LinkageTagUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-tag-undefined", .info, .noted,
        what: "The $6 of field 880 names a tag that MARC 21 does not define, or has withdrawn.",
        why: "It is not known what the original script stands for, so that it is not shown or searched with its like.",
        done: "The field is kept as it is; its indicators and subfields are not judged.",
        repair: "Correct the tag in $6, and in the field that it is linked to.",
        example: "=880  10$6253-01$aTitle")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.judgedTag != field.tag, field.norm.pointee.standing != .current else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: field.field.subfield("6"),
            "880 $6 names field \(field.judgedTag), which MARC 21 "
                + (field.norm.pointee.standing == .obsolete ? "has withdrawn" : "does not define"))
    }
}
