internal import Update

/// A member of an archive whose name leads out of the folder in which it is unpacked.
enum MemberNameUnsafe {
    static let code = DefectCode(
        "ingest.archive-member-name-unsafe", .minor, .noted,
        what: "A file in an archive has an absolute path or one that leads upwards.",
        why:
            "Such names overwrite other files when an archive is unpacked carelessly; a broken or a hostile program made it.",
        done: "The file was unpacked under a harmless name inside the attempt's folder, and read.",
        repair: "Pack the file with its bare name; find out what made the archive.",
        example:
            "week46.zip holds a file named ../../etc/full.mrc.")

    /// Whether the path is absolute, climbs upwards or names a drive.
    static func isUnsafe(_ name: String) -> Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        return parts.first?.isEmpty ?? true || parts.contains("..") || parts.first?.last == ":"
    }

    static func report(_ member: String, to log: inout DefectLog) {
        log.beginWhole(file: member)
        log.report(
            code, "the name leads out of the archive's folder; the file was read as a file inside it: check the archive"
        )
    }
}
