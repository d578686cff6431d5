internal import Update

/// An archive that cannot be unpacked to its end.
enum ArchiveDamaged {
    static let code = DefectCode(
        "ingest.archive-damaged", .critical, .submissionHeld,
        what: "A zip, gzip or other archive is damaged or was cut off.",
        why: "What comes after the damage is lost; in a full load the titles that are missing would be deleted.",
        done: "What could be unpacked was read. The submission is held until a person decides.",
        repair: "Pack the file again and send it in binary mode; compare its size at both ends.",
        example:
            "full.mrc.gz ends before its checksum: the transfer broke off.")

    static func report(_ file: String, reason: String, unpacked: Int, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the archive breaks off after \(unpacked) unpacked bytes (\(reason)); what came before is read, "
                + "send the archive again in binary mode")
    }
}
