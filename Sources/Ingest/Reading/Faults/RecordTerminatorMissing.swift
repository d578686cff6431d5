internal import MARC
internal import Update

/// A record does not end with 1E 1D hex.
enum RecordTerminatorMissing: FaultRule {
    static let code = DefectCode(
        "ingest.record-terminator-missing", .minor, .repaired,
        what: "The bytes 1E 1D hex that end a record are missing or incomplete.",
        why: "Programs that look for them run two records into one.",
        done: "The record ends where its last field does; the terminators are put in when it is written.",
        repair: "Export the record again; if it happens often, report it to the maker of the library system.",
        example:
            "The record's last field ends with 1E hex and the next record's leader follows at once, without 1D hex.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the record ends with \(fault.hex), 1E 1D hex were expected; all its fields were read"
    }
}
