internal import Pipeline
internal import Update

extension Mode {
    /// The mode as people say it.
    var words: String {
        switch self {
        case .full: "full load: what is absent is to be deleted"
        case .changes: "changes: adds, changes and deletes"
        }
    }
}

extension SubmissionState {
    /// The class of its badge.
    var style: String {
        switch self {
        case .installed: "good"
        case .held, .waiting: "major"
        case .failed: "critical"
        case .working, .refused, .superseded, .undoing, .undone: "info"
        }
    }

    /// What to call the records that passed all stages so far.
    var passedWords: String {
        switch self {
        case .held: "ready, held"
        case .waiting: "ready, waiting"
        case .refused: "refused"
        case .superseded: "superseded"
        case .undoing, .undone: "undone"
        case .working, .installed, .failed: "passed so far"
        }
    }
}

extension SubmissionAccount {
    /// What came of it, in one or two sentences.
    var lede: String {
        let all = Numbers.text(books.collected, "record")
        switch state {
        case .installed:
            let rejected = books.count(.rejected)
            return
                "\(all) came; \(Numbers.text(books.installed)) of them \(books.installed == 1 ? "is" : "are") in the database"
                + (rejected > 0 ? ", \(Numbers.text(rejected)) \(rejected == 1 ? "was" : "were") rejected." : ".")
        case .held:
            return
                "\(all) came. Nothing has been installed: the submission is held until a person lets it on or turns it down."
        case .waiting:
            return "\(all) came. Nothing has been installed yet: an earlier submission has to be decided first."
        case .refused: return "\(all) came. The submission was turned down; nothing of it has been installed."
        case .superseded:
            return "\(all) came. A later full load has taken the submission's place; nothing of it has been installed."
        case .undoing, .undone:
            return "\(all) came and was installed. A person has taken that back; the database is as it was before."
        case .failed: return "\(all) came. A stage failed; the database is as it was before."
        case .working: return "\(all) came so far; a stage is at work."
        }
    }
}

/// What each disposition means, for whoever reads a report.
enum DispositionWords {
    static func meaning(_ name: String) -> String {
        switch name {
        case "added": "new in the database"
        case "replaced": "took the place of an earlier version"
        case "unchanged": "as the database had it already"
        case "deleted": "taken out of the database"
        case "delete-not-held": "asked to delete what the database does not have"
        case "duplicate": "a later record of the submission has the same number"
        case "rejected": "set aside; an earlier version stays"
        case "out-of-scope": "not in the agreed scope"
        case "held": "ready, waiting for a decision"
        case "refused": "turned down with the submission"
        case "superseded": "a later full load took its place"
        case "rolled-back": "taken back with the version; the database is as before"
        default: "passed the stages so far"
        }
    }
}
