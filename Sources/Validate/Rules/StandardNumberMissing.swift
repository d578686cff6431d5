internal import MARC
public import Update

/// A record without a valid ISBN, ISSN or LCCN. Every verdict bears the mark; a defect is reported only where the profile
/// names the code under `codes`, because most old books have no such number.
public struct StandardNumberMissing: RecordRule {
    public static let code = DefectCode(
        "validate.standard-number-missing", .info, .noted,
        what: "The record has no valid ISBN (020 $a), ISSN (022 $a) or LCCN (010 $a).",
        why: "It can be matched with other libraries' records of the same title by title, author and date alone.",
        done: "The record is installed as it is and stands in the list of records without ISBN and ISSN.",
        repair: "Where the item bears such a number, enter it. Older items have none.",
        example: "=020")
    public static let codes = [code]

    let isAsked: Bool

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard isAsked, record.lacksStandardNumber else { return }
        log.report(
            Self.code, at: .record, "the record has no valid ISBN, ISSN or LCCN; enter one where the item bears it")
    }
}
