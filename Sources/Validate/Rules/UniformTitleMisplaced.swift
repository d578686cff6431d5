internal import MARC
public import Update

/// A 240 in a record without a name as its main entry: a uniform title stands in 130 then.
public struct UniformTitleMisplaced: FieldRule {
    public static let code = DefectCode(
        "validate.uniform-title-misplaced", .minor, .noted,
        what: "The record has a uniform title in 240, and no main entry in 100, 110 or 111, or one in 130.",
        why: "A uniform title without a name before it is filed as a main entry; in 240 many lists leave it out.",
        done: "The record is installed as it is.",
        repair: "Move the uniform title to 130, or to 730 where 130 is taken; or add the missing main entry.",
        example: "=240  10$aSongs")
    public static let codes = [code]

    var tags: [TagPattern] { ["240"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let record = field.record
        guard field.tag == "240", record.count("100") == 0, record.count("110") == 0, record.count("111") == 0 else {
            return
        }
        let hasTitleEntry = record.count("130") > 0
        log.report(
            Self.code, at: field.place(), before: field.field.subfield("a"),
            hasTitleEntry
                ? "the record has uniform titles in 130 and 240; keep one of them"
                : "the record has a uniform title in 240 and no main entry in 100-111; move it to 130")
    }
}
