internal import MARC
internal import MARC21
public import Update

/// Captions in the holdings record of a single part.
///
/// Source: MARC 21 Format for Holdings Data, leader/06, 853-855.
public struct SinglePartWithCaption: RecordRule {
    public static let code = DefectCode(
        "validate.single-part-with-caption", .info, .noted,
        what: "Leader/06 says that the item is a single part, and 853, 854 or 855 says how its issues are counted.",
        why: "A set or serial is shown as one volume.",
        done: "The record is installed as it is.",
        repair: "Set leader/06 to v for several parts or to y for a serial.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =853  20$81$av.
            =863  40$81.1$a12
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.leader.type == UInt8(ascii: "x"), let caption = record.first("853") else { return }
        log.report(
            Self.code, at: .leader(6), before: caption.subfield("a"),
            "leader/06 is 'x', a single part, and 853 has captions for several; set leader/06 to v or y")
    }
}
