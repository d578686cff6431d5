internal import MARC
internal import Update

/// A file that holds nothing readable any more.
enum FileAbandoned {
    static let code = DefectCode(
        "ingest.file-abandoned", .critical, .submissionHeld,
        what: """
            So many unreadable stretches follow one another, or so many bytes without a record, that the rest of the file was \
            not looked at.
            """,
        why: "From there on the file is no MARC; what should have come after is missing.",
        done:
            "Reading of this file ended there. What came before is kept; the submission is held until a person decides.",
        repair: "Export the file again and compare its size at both ends.",
        example:
            "full.mrc: the first 300 records are sound; from there on the file is the content of some other file, in which nothing looks like a leader."
    )

    static func report(_ note: FramingNote, file: String, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code, before: note.first,
            "\(UnreadableRun.mostPieces) unreadable stretches in a row, or \(UnreadableRun.mostBytes >> 20) MiB without a record; "
                + "nothing from byte \(note.origin.offset) on was read: export the file again")
    }
}
