internal import MARC
internal import Update

/// A field of more bytes than ISO 2709 can say.
enum FieldTooLong: FaultRule {
    static let code = DefectCode(
        "ingest.field-too-long", .minor, .noted,
        what: "A field has more than 9,999 bytes, the most that a directory entry can say.",
        why: "Other programs cut it or refuse the record. Mostly it is a table of contents or a summary.",
        done: "The field was read up to its terminator and is kept whole.",
        repair: "Split the text over several fields, or export MARCXML.",
        example:
            "A field 505 with the contents of a journal's hundred volumes has 14,203 bytes; its directory entry says 4203."
    )

    static func message(_ fault: ReadFault, length: Int) -> String {
        "field\(fault.ofTag) has \(fault.expected.isEmpty ? "more" : fault.expected) bytes, ISO 2709 allows 9999; split its text or export MARCXML"
    }
}
