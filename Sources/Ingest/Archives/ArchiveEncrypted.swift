internal import Update

/// A member of an archive that needs a password.
enum ArchiveEncrypted {
    static let code = DefectCode(
        "ingest.archive-encrypted", .major, .submissionHeld,
        what: "A file in an archive is encrypted.",
        why: "Holdfast has no password for it; its titles would be missing, and in a full load be deleted.",
        done: "The file was not read. The submission is held until a person decides.",
        repair: "Pack the file without a password; protect the transfer (SFTP, HTTPS) instead.",
        example:
            "week46.zip asks for a password.")

    static func report(_ member: String, to log: inout DefectLog) {
        log.beginWhole(file: member)
        log.report(code, "the file is encrypted and was not read; pack it without a password and send it again")
    }
}
