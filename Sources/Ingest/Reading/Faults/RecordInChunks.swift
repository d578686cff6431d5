internal import MARC
internal import Update

/// One record that was sent in several pieces with the same control number.
enum RecordInChunks: FaultRule {
    static let code = DefectCode(
        "ingest.record-in-chunks", .minor, .repaired,
        what: "A record longer than ISO 2709 allows came as several neighbouring records with the same 001.",
        why: "Taken one by one, the last piece would replace the others, and most of the title's items would be lost.",
        done: "The pieces were joined: the control fields of the first, the data fields of all, each of them once.",
        repair: "Export MARCXML, which has no limit of length, or move the items into holdings records.",
        example: "A serial with 3,000 item fields comes as three records of 90,000 bytes, all with the same 001.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the record came in \(fault.expected) pieces of \(length) bytes together, ISO 2709 allows 99999; they were joined: export "
            + "MARCXML or fewer items a record"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { FieldPlace(tag: "001") }
}
