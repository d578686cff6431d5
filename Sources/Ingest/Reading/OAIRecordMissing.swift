internal import MARC
internal import Update

/// A harvested response with the header of a record and no record in MARCXML behind it.
enum OAIRecordMissing {
    static let code = DefectCode(
        "ingest.oai-record-missing", .major, .noted,
        what:
            "An OAI-PMH response has the header of a record, and the record itself is not there or is not in MARCXML.",
        why: "The title is new or has changed at the library, and patrons do not see that.",
        done: """
            Nothing could be read, so nothing is added, replaced or deleted. In a full load the title counts as absent, which \
            the gates judge.
            """,
        repair: "Let the repository give the record in the form that was asked for, and harvest it again.",
        example: "<record><header><identifier>oai:library.example:4711</identifier></header><metadata/></record>")

    static func report(_ note: FramingNote, to log: inout DefectLog) {
        log.begin(note.origin, control: nil)
        log.report(
            code, before: note.first,
            "the OAI-PMH header at byte \(note.origin.offset) is that of \(Bytes.display(note.first, limit: 60)), and no MARC "
                + "record follows it; harvest it again, or ask the library what its repository gives for it")
    }
}
