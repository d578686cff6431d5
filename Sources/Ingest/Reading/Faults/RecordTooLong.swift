internal import MARC
internal import Update

/// A record of more bytes than ISO 2709 can say.
enum RecordTooLong: FaultRule {
    static let code = DefectCode(
        "ingest.record-too-long", .minor, .noted,
        what: "The record has more than 99,999 bytes, the most that the five digits of leader/00-04 can say.",
        why: "Other programs cut it or refuse it. Mostly hundreds of items are attached to one title.",
        done: "The record was read by its terminators, with all its fields; it is kept whole.",
        repair: "Export MARCXML, which has no such limit, or move the items into holdings records.",
        example:
            "A serial with 1,800 item fields 949 has 143,022 bytes; its leader starts with 99999.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the record has \(length) bytes, ISO 2709 allows 99999; it was read by its terminators: export MARCXML or fewer items a record"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .record }
}
