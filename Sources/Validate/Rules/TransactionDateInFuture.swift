internal import MARC
public import Update

/// 005 that lies ahead of the day of the update.
public struct TransactionDateInFuture: FieldRule {
    public static let code = DefectCode(
        "validate.transaction-date-in-future", .info, .noted,
        what: "The date of the latest transaction in 005 lies after the day of the update.",
        why: "It tells which of two versions of the record is the newer one; this one would stay the newer for ever.",
        done: "The field is kept as it is.",
        repair: "Look at the clock of the system that writes the records.",
        example: "=005  20491231120000.0")
    public static let codes = [code]

    let today: ValidateSettings.Day?

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["005"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let today, let changed = ValidateSettings.Day(yyyymmdd: field.field.value.slice(0, 8)), changed.isReal,
            changed > today.next
        else { return }
        log.report(
            Self.code, at: field.place(), before: field.field.value,
            "field 005 says \(changed.text), which lies after \(today.text); correct the clock that wrote it")
    }
}
