internal import MARC
internal import Update

/// A stretch of a file of which no record can be made.
enum UnreadableBytes {
    static let code = DefectCode(
        "ingest.unreadable-bytes", .critical, .recordRejected,
        what: "A stretch of the file is no record and cannot be made one.",
        why: "It may have been a record once: its title would then be missing.",
        done: """
            The stretch stays in the pinned file and is named by its place; reading went on at the next record. It is \
            counted as unreadable, not as a record.
            """,
        repair: "Look at the place named here in the export, and send the records around it again.",
        example:
            "changes.mrc, byte 10240: 812 bytes with neither a leader nor a record terminator, such as a log line that the exporting program wrote into the file."
    )

    static func report(_ note: FramingNote, to log: inout DefectLog) {
        let first = note.first[..<((note.first.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1)]
        log.begin(note.origin, control: nil)
        let isOne = note.byteCount == 1
        log.report(
            code, before: first,
            "\(note.byteCount) byte\(isOne ? "" : "s") at byte \(note.origin.offset) \(isOne ? "is" : "are") no record; "
                + "\"\(Bytes.display(first, limit: 30))\" stands where a record was expected: send the records there again"
        )
    }
}
