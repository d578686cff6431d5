internal import Update

/// A file without a byte, or an archive without a file.
enum FileEmpty {
    static let code = DefectCode(
        "ingest.file-empty", .major, .submissionHeld,
        what: "A delivered file is empty, or an archive holds no file.",
        why: "An export that failed often leaves an empty file. Taken for a full load it would delete every title.",
        done: """
            The file was not read. A full load is held until a person decides; changes go on with the other files.
            """,
        repair: "Look at the export's own messages, run it again and send the file anew.",
        example:
            "full.mrc has 0 bytes: the export failed, its file was sent all the same.")

    /// - Parameter isArchive: the file has bytes, but no file is packed in it.
    static func report(_ file: String, isArchive: Bool = false, mode: Mode, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code, action: mode == .full ? .submissionHeld : .noted,
            (isArchive ? "the archive holds no file" : "the file has 0 bytes")
                + ", records were expected; run the export again and send it anew")
    }
}
