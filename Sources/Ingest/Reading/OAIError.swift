internal import MARC
internal import Update

/// A harvested response that is an error of the repository in place of records.
enum OAIError {
    static let code = DefectCode(
        "ingest.oai-error", .major, .submissionHeld,
        what: "The file holds an answer of an OAI-PMH repository that is an error.",
        why: "The records that were asked for did not come; taken for all there is, a full load would delete the rest.",
        done: "What records the file holds were read. The submission is held until a person decides.",
        repair: "Look at the repository's words, put right what was asked of it, and harvest again.",
        example: "<OAI-PMH><error code=\"badArgument\">metadataPrefix is missing</error></OAI-PMH>")

    static func report(_ problem: OAIResponse.Problem, _ note: FramingNote, to log: inout DefectLog) {
        log.begin(note.origin, control: nil)
        log.report(
            code,
            "at byte \(note.origin.offset) the repository answered \(problem.words) in place of records; harvest again what was "
                + "asked for")
    }
}

extension OAIResponse.Problem {
    /// For messages: `badArgument (metadataPrefix is missing)`.
    var words: String { text.isEmpty ? code : "\(code) (\(text))" }
}
