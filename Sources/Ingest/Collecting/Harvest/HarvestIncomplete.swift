internal import Update

/// A repository that gave fewer records than it announced.
enum HarvestIncomplete {
    static let code = DefectCode(
        "ingest.harvest-incomplete", .major, .noted,
        what: "An OAI-PMH repository announced more records than it then gave.",
        why:
            "The titles that did not come are missing or out of date; in a full load they would be deleted for being absent.",
        done: "What came was read. A full load is held until a person decides; changes go on.",
        repair: "Ask the library to look at its repository, then harvest again with holdfast collect and --since.",
        example: "The first answer says completeListSize=\"12000\", and the list ends after 9500 records.")

    static func notice(announced: Int, came: Int) -> SourceNotice {
        SourceNotice(
            code,
            "the repository announced \(announced) records and gave \(came); harvest again with --since, or ask the library"
        )
    }
}
