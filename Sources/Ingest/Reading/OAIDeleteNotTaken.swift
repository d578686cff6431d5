internal import MARC
internal import Update

/// A harvested response that says of a record only that it was deleted, and not under which control number.
enum OAIDeleteNotTaken {
    static let code = DefectCode(
        "ingest.oai-delete-not-taken", .major, .noted,
        what: """
            An OAI-PMH response says that a record was deleted, and from the identifier of the repository no control number \
            could be told.
            """,
        why: "The title stays in the client database, though the library no longer has it.",
        done: """
            Nothing is deleted because of it. Where the records around it show how identifiers hold control numbers, or the \
            profile says so with oai-identifiers, such a header is a delete like any other.
            """,
        repair: """
            Say how the identifiers of the repository hold control numbers, or send a list of the control numbers to be \
            deleted.
            """,
        example:
            "<header status=\"deleted\"><identifier>oai:library.example:7f3a-22</identifier></header>, where the records have numbers as in 004711."
    )

    /// - Parameter form: how the file's identifiers hold control numbers; nil where nothing is known.
    static func report(_ note: FramingNote, form: String?, to log: inout DefectLog) {
        let expected = form.map { "where \($0) was expected" } ?? "and no record shows where its control number stands"
        log.begin(note.origin, control: nil)
        log.report(
            code, before: note.first,
            "the OAI-PMH header at byte \(note.origin.offset) says that \(Bytes.display(note.first, limit: 60)) was deleted, "
                + "\(expected); nothing is deleted because of it: say oai-identifiers in the profile, or send its number in a "
                + "delete list")
    }
}
