internal import MARC
internal import MARC21
public import Update

/// An encoding level that promises a summary or issues, in a holdings record without them.
///
/// Source: MARC 21 Format for Holdings Data, leader/17.
public struct HoldingsLevelTooHigh: RecordRule {
    public static let code = DefectCode(
        "validate.holdings-level-too-high", .info, .noted,
        what: """
            Leader/17 says that the record has a summary of the holdings or the single issues, and none of 863 to \
            868 is there.
            """,
        why: "Programs that look for issues by this level find none.",
        done: "The record is installed as it is.",
        repair: "Add the statement, or set leader/17 to 1 or 2.",
        example: "=LDR  00000ny  a22000004n 4500")
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let level = record.view.leader.encodingLevel
        guard level == UInt8(ascii: "3") || level == UInt8(ascii: "4") || level == UInt8(ascii: "5"),
            record.view.leader.type != UInt8(ascii: "x"), !Captions.hasStatement(record)
        else { return }
        log.report(
            Self.code, at: .leader(17), before: [level],
            "leader/17 is '\(Bytes.display([level]))', and the record has no issues in 863 to 868; add them, or set it to 1 or 2"
        )
    }
}
