internal import Update

/// A repository that forgot its resumption token in the middle of a list.
enum HarvestRestarted {
    static let code = DefectCode(
        "ingest.harvest-restarted", .info, .noted,
        what: "In the middle of a harvest the repository no longer took its resumption token.",
        why: "Long lists that break off cost time, and after a few attempts the delivery does not come at all.",
        done: "The list was begun anew, and what had come of it was left out, so that no record was taken twice.",
        repair: "Let tokens live longer, or make the repository answer faster.",
        example: "The repository answers badResumptionToken after 40 of 200 parts.")

    static let notice = SourceNotice(
        code, "the repository no longer took its token, and the list was begun anew; nothing was taken twice")
}
