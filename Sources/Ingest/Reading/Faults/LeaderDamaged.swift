internal import MARC
internal import Update

/// The leader is not 24 bytes of ASCII.
enum LeaderDamaged: FaultRule {
    static let code = DefectCode(
        "ingest.leader-damaged", .major, .repaired,
        what: "The leader is shorter or longer than 24 bytes, or holds bytes that are not ASCII.",
        why: """
            It says what the record describes and how it is encoded; a guess may show a book as a map or spoil its \
            accents.
            """,
        done: """
            What could be read of the leader was kept, blanks stand for the rest; the fields were found without its \
            help.
            """,
        repair: "Export the record again; a leader has exactly 24 characters of ASCII.",
        example:
            "00714cam a2200205 a 450: the leader has 23 bytes, because a program cut off its last one.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the leader is \(fault.quoted), 24 ASCII characters were expected; what could be read of it was kept: export the "
            + "record again"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .leader() }
}
