internal import MARC
internal import MARC21
public import Update

/// 005 that is no date and time.
public struct TransactionDateMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.transaction-date-malformed", .info, .noted,
        what: "Field 005 is not a date and time written as yyyymmddhhmmss.f.",
        why: "It tells which of two versions of the record is the newer one; without it the order of delivery decides.",
        done: "The field is kept as it is.",
        repair: "Let the export write the time of the last change in 16 characters.",
        example: "=005  20261350120000.0")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["005"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let found = field.field.value
        if FixedFieldPattern.dateAndTime.matches(found),
            ValidateSettings.Day(yyyymmdd: found.slice(0, 8))?.isReal == true
        {
            return
        }
        log.report(
            Self.code, at: field.place(), before: found,
            "field 005 is '\(Bytes.display(found))', which is no date and time written as 20261125143000.0")
    }
}
