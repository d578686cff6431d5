internal import Update

/// An archive that unpacks to far more than an honest one does.
enum ArchiveTooLarge {
    static let code = DefectCode(
        "ingest.archive-too-large", .major, .submissionHeld,
        what: "An archive unpacks to more bytes, more files or more layers than the limits allow.",
        why: "A few bytes can be made to unpack to more than any disk holds, by malice or by a broken program.",
        done: "Unpacking stopped at the limit, the copies were removed, nothing of the archive was read.",
        repair: "Send the files unpacked or in several archives; if the archive is right, ask for higher limits.",
        example:
            "A zip of 40 kB unpacks to 4 GB of zeros.")

    static func report(_ file: String, limit: String, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code, "the archive holds more than \(limit); nothing of it was read: send the files in several archives")
    }

    /// Of a zip that comes through a pipe and is longer than a copy of it may be.
    static func reportUnread(_ file: String, limit: Int, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the zip that comes through a pipe has more than \(limit >> 30) GiB, and its directory stands at its end; nothing of it "
                + "was read: name the file itself")
    }
}
