internal import MARC
internal import Update

/// A file that is in no format that is read.
enum FormatUnknown {
    static let code = DefectCode(
        "ingest.format-unknown", .major, .submissionHeld,
        what: "The content of a file is none of the formats that are read, nor a list of control numbers to delete.",
        why: "It may be a report, an error page or another kind of export; read as MARC it would yield rubbish.",
        done: "Nothing of the file was read. The submission is held until a person decides.",
        repair: "Export the records as MARC 21 (ISO 2709) or MARCXML, and send no other files along.",
        example:
            "report.docx, sent in place of the records.")

    static func report(_ file: String, head: [UInt8], declared: SourceFormat?, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code, before: head.prefix(60),
            "the file starts with \"\(Bytes.display(head, limit: 40))\", expected was "
                + (declared.map { "\($0.name), as the profile says" }
                    ?? SourceFormat.allCases.map(\.name).joined(separator: ", "))
                + "; nothing of it was read: export it again as MARC 21")
    }
}
