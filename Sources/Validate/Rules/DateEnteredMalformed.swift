internal import MARC
public import Update

/// 008/00-05 that is no day.
public struct DateEnteredMalformed: RecordRule {
    public static let code = DefectCode(
        "validate.date-entered-malformed", .info, .noted,
        what: "The date entered on file in 008/00-05 is not a day written as yymmdd.",
        why: "Lists of new titles that go by this date leave the record out.",
        done: "The record is installed as it is.",
        repair: "Look whether the export writes the day on which the record was made, in six digits.",
        example: #"=008  931317s1993\\\\nyua\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let field = record.first("008"), field.value.count >= 6 else { return }
        let found = field.value.slice(0, 6)
        guard ValidateSettings.Day(yymmdd: found)?.isReal != true else { return }
        log.report(
            Self.code, at: field.place(position: 0), before: found,
            "008/00-05 (Date entered on file) is '\(Bytes.display(found))', which is no day written as yymmdd")
    }
}
