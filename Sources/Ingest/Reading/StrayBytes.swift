internal import MARC
internal import Update

/// Bytes between two records that belong to neither.
enum StrayBytes {
    static let code = DefectCode(
        "ingest.stray-bytes", .info, .noted,
        what: "Between two records, or at a file's start or end, stand bytes that belong to no record.",
        why: "Stricter programs stop there. Zero bytes and 1A hex come from old operating systems and file transfers.",
        done: "The bytes were stepped over; nothing is lost. Line ends between records are not reported.",
        repair: "Export without separators between records and transfer the file in binary mode.",
        example:
            "Between two records of full.mrc stands a line of 80 hyphens.")

    static func report(_ note: FramingNote, to log: inout DefectLog) {
        let (count, offset) = (note.origin.length, note.origin.offset)
        log.begin(note.origin, control: nil)
        log.report(
            code, before: note.first,
            (count == 1 ? "1 byte at byte \(offset) belongs" : "\(count) bytes at byte \(offset) belong")
                + " to no record "
                + "(\(Bytes.display(note.first, limit: 20))); nothing was lost, transfer files in binary mode"
        )
    }
}
