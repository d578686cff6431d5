internal import MARC
public import Update

/// The same field twice in a record. Linked fields with $8 may say the same on purpose.
public struct FieldDuplicate: RecordRule {
    public static let code = DefectCode(
        "validate.field-duplicate", .info, .noted,
        what: "Two fields of the record are alike in tag, indicators and every subfield.",
        why: "Patrons see the same line twice, and counts of names and subjects are wrong.",
        done: "Both fields are kept as they are.",
        repair: "Delete one of them, unless each stands for an item or a copy of its own.",
        example: "=650  \\0$aCats.\n=650  \\0$aCats.")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        FieldTwins.forEach(
            in: record,
            where: { $0.indicator1 == $1.indicator1 && $0.indicator2 == $1.indicator2 }
        ) { earlier, later in
            log.report(
                Self.code, at: later.place(), before: later.subfields.first?.value,
                "field \(later.tag) says the same as occurrence \(earlier.occurrence); delete one of them")
        }
    }
}
