internal import MARC
public import Update

/// 008/00-05 that lies ahead of the day of the update.
public struct DateEnteredInFuture: RecordRule {
    public static let code = DefectCode(
        "validate.date-entered-in-future", .info, .noted,
        what: "The date entered on file in 008/00-05 lies after the day of the update.",
        why: "The title stays at the head of lists of new titles until that day.",
        done: "The record is installed as it is.",
        repair: "Look at the clock of the system that makes the records, and correct the date.",
        example: #"=008  491231s1993\\\\nyua\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    let today: ValidateSettings.Day?

    var kinds: [RecordKind] { RecordKind.allCases }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let today, let field = record.first("008"), field.value.count >= 6,
            let entered = ValidateSettings.Day(yymmdd: field.value.slice(0, 6)), entered.isReal, entered > today.next
        else { return }
        log.report(
            Self.code, at: field.place(position: 0), before: field.value.slice(0, 6),
            "008/00-05 (Date entered on file) is \(entered.text), which lies after \(today.text); correct the date")
    }
}
