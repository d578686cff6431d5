internal import Update

/// A file that ends within its last record.
enum FileTruncated {
    static let code = DefectCode(
        "ingest.file-truncated", .critical, .submissionHeld,
        what: "The file ends in the middle of a record, or an XML file before its root element is closed.",
        why: "Whatever should follow is missing; in a full load those titles would be deleted.",
        done: "The whole records are read, the last one is rejected. The submission is held until a person decides.",
        repair: "Send the file again and compare its size at both ends.",
        example:
            "full.mrc: the last record's leader gives 1,024 bytes and the file ends after 640 of them.")

    /// The XML document ends before its elements do.
    static func report(file: String, records: UInt32, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the XML ends before the element around the records is closed, after \(records) records; more may be "
                + "missing, send the file again and compare sizes")
    }

    static func report(file: String, record: UInt32, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the file ends in the middle of record \(record), more may be missing; send the file again and compare sizes"
        )
    }
}
