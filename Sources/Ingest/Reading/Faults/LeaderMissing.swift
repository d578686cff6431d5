internal import MARC
internal import Update

/// A record in XML, JSON or lines of text without a leader.
enum LeaderMissing: FaultRule {
    static let code = DefectCode(
        "ingest.leader-missing", .major, .repaired,
        what: "The record, in XML, JSON or lines of text, has no leader.",
        why: "The leader says what the record describes, how complete it is and whether it is to be deleted.",
        done: "A leader of blanks was put in its place; the rules of scrub and validate judge what it lacks.",
        repair: "Export the records with their leaders.",
        example:
            "<record><controlfield tag=\"001\">17</controlfield>...: the first element of the record is no leader.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the record has no leader; one of blanks stands in its place: export the record with its leader"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .leader() }
}
