internal import Update

/// A repository whose responses bear no date from which the next harvest could go on.
enum HarvestUndated {
    static let code = DefectCode(
        "ingest.harvest-undated", .minor, .noted,
        what: "The responses of an OAI-PMH repository bear no date, or none in the form of the protocol.",
        why: "The next harvest cannot ask for what has changed since, and asks for everything once more.",
        done: "The records were read. The next harvest starts where this one did.",
        repair: "Let the repository write responseDate as the protocol says: 2026-11-25T18:00:04Z.",
        example: "<responseDate>yesterday</responseDate>")

    static let notice = SourceNotice(
        code,
        "the repository's responses bear no date, so the next harvest cannot ask for changes since; tell the library")
}
