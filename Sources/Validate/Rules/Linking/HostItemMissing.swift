internal import MARC
internal import MARC21
public import Update

/// A component part without the title in which it appeared.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/07, 773.
public struct HostItemMissing: RecordRule {
    public static let code = DefectCode(
        "validate.host-item-missing", .minor, .noted,
        what: """
            The leader says that the record is about a part of something, an article or a chapter, and no field 773 \
            says of what.
            """,
        why: "Patrons cannot find the journal or book in which it stands.",
        done: "The record is installed as it is.",
        repair: "Add field 773 with the title of the host, or correct leader/07.",
        example: "=LDR  00000caa a2200000 a 4500")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let level = record.view.leader.level
        guard level == UInt8(ascii: "a") || level == UInt8(ascii: "b"), !record.has("773"), !record.has("800"),
            !record.has("810"), !record.has("811"), !record.has("830")
        else { return }
        log.report(
            Self.code, at: .leader(7), before: [level],
            "leader/07 is '\(Bytes.display([level]))', a component part, and no field 773 names its host; add it, or correct leader/07"
        )
    }
}
