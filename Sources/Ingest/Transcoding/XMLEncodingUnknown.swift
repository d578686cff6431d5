internal import Update

/// An XML file in an encoding that cannot be turned into UTF-8 here.
enum XMLEncodingUnknown {
    static let code = DefectCode(
        "ingest.xml-encoding-unknown", .major, .submissionHeld,
        what: "An XML file declares an encoding that is not known.",
        why: "Without it no letter beyond plain English can be told; guessed text would mislead patrons.",
        done: "The file was not read. The submission is held until a person decides.",
        repair: "Export the XML in UTF-8.",
        example: "The file starts with <?xml version=\"1.0\" encoding=\"LATIN-AUTO\"?>.")

    static func report(_ file: String, encoding: String, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code, "the XML declares the encoding \"\(encoding)\", which is not known here; it was not read: send UTF-8")
    }
}
