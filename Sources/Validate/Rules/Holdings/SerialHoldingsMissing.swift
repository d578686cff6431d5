internal import MARC
internal import MARC21
public import Update

/// A serial's holdings record that names no issues.
///
/// Source: MARC 21 Format for Holdings Data, leader/06, 853-868.
public struct SerialHoldingsMissing: RecordRule {
    public static let code = DefectCode(
        "validate.serial-holdings-missing", .info, .noted,
        what: """
            Leader/06 says that the holdings are those of a serial, and neither issues nor a statement in words is \
            there.
            """,
        why: "Patrons do not see which volumes the library has.",
        done: "The record is installed as it is.",
        repair: "Add 866 with the statement, or 853 and 863 with captions and issues.",
        example: "=LDR  00000ny  a2200000zn 4500")
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.leader.type == UInt8(ascii: "y"), !Captions.hasStatement(record), !record.has("853"),
            !record.has("876")
        else { return }
        log.report(
            Self.code, at: .record,
            "the holdings are those of a serial (leader/06 is 'y'), and no issues are named; add 866, or 853 and 863")
    }
}
