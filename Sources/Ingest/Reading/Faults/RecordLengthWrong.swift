internal import MARC
internal import Update

/// Leader/00-04 does not give the length of the record.
enum RecordLengthWrong: FaultRule {
    static let code = DefectCode(
        "ingest.record-length-wrong", .minor, .repaired,
        what: "The length in leader/00-04 is not the number of bytes that the record has.",
        why: """
            Programs that believe it lose this record or the next one. Mostly text was converted to UTF-8 after the \
            lengths were computed.
            """,
        done: """
            The record was read up to its terminator, with all its fields; the length is computed anew when it is \
            written.
            """,
        repair: "Have the export compute lengths in bytes, after the conversion of characters.",
        example:
            "The leader starts with 00714; the record's terminator is its 731st byte, because a program counted letters instead of bytes."
    )

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the leader gives a length of \(fault.quoted), the record has \(length) bytes; it was read up to its terminator: "
            + "let the export count bytes, not characters"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .leader(0) }
}
