internal import MARC
internal import Update

/// Bytes are missing at the end of a record.
enum RecordTruncated: FaultRule {
    static let code = DefectCode(
        "ingest.record-truncated", .critical, .recordRejected,
        what: "The record ends before the length in its leader or its directory says.",
        why: "Fields at its end are missing or cut; installed, it would replace a whole record by a part.",
        done: "The record was rejected; the version installed earlier, if any, stays.",
        repair: "Send the record again; if it is the last of a file, send the file again.",
        example:
            "The leader gives 1,024 bytes and the next record's leader starts after 640: the field that was being written is cut in its middle."
    )

    static func message(_ fault: ReadFault, length: Int) -> String {
        (fault.expected.hasSuffix(" bytes") ? "the leader gives \(fault.expected)" : "more was expected")
            + ", the record ends after \(length); send it again"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .record }
}
