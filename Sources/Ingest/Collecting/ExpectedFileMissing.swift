internal import Update

/// A file that the contributor's calendar has and that is not among those that came.
enum ExpectedFileMissing {
    static let code = DefectCode(
        "ingest.expected-file-missing", .major, .submissionHeld,
        what: "Files came, but not one that the contributor's calendar names.",
        why: """
            In a full load every title of the file that is missing would be deleted; in changes its adds and deletes do not \
            reach patrons.
            """,
        done: "The files that came were read. A full load is held until a person decides; changes go on.",
        repair: "Deliver the missing file, or have the calendar changed where it no longer exists.",
        example: "holdings.mrc came, and no file with a name as in books-*.mrc.")

    static func report(_ pattern: String, found: [String], mode: Mode, to log: inout DefectLog) {
        let names = found.prefix(5).joined(separator: ", ") + (found.count > 5 ? " and \(found.count - 5) more" : "")
        log.beginWhole()
        log.report(
            code, action: mode == .full ? .submissionHeld : .noted,
            "no file with a name as in \(pattern) came, only \(names); deliver it, or take it out of the calendar")
    }
}
