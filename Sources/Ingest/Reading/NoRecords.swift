internal import MARC
internal import Update

/// A file in a known format without any record.
enum NoRecords {
    static let code = DefectCode(
        "ingest.no-records", .minor, .noted,
        what: "A file is in a known format but holds no record.",
        why: "In changes it may mean that nothing changed; a full load without records would delete every title.",
        done: "The file was read to its end. The gates judge what its emptiness would delete.",
        repair: "Check that the export selected any records.",
        example:
            "<collection xmlns=\"http://www.loc.gov/MARC21/slim\"></collection>: a MARCXML file with its root element and nothing in it."
    )

    /// - Parameter answer: what an OAI-PMH repository says of it.
    static func report(file: String, format: SourceFormat, answer: OAIResponse.Problem?, to log: inout DefectLog) {
        log.beginWhole(file: file)
        let found = answer.map { ": the repository answered \($0.words)" } ?? ""
        log.report(code, "the file is \(format.name) and holds 0 records\(found); check what the export selected")
    }
}
