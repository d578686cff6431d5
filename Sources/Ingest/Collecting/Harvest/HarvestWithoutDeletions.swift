internal import Update

/// A harvest of changes from a repository that says nothing of deletions.
enum HarvestWithoutDeletions {
    static let code = DefectCode(
        "ingest.harvest-without-deletions", .major, .noted,
        what: "An OAI-PMH repository says that it does not keep which records were deleted.",
        why: "Titles that the library no longer has stay in the client database, and patrons ask for them in vain.",
        done: "Added and changed records were read. Deletions can only be told by a full load or a delete list.",
        repair: "Let the repository keep deleted records, or send full loads or lists of deleted numbers as well.",
        example: "<deletedRecord>no</deletedRecord> in the answer to Identify.")

    static let notice = SourceNotice(
        code, "the repository does not keep what was deleted; plan full loads, or let the library send delete lists")
}
