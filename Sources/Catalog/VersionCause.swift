internal import Update

/// What a version came of.
public enum VersionCause: String, Sendable, CaseIterable {
    /// A contributor's submission.
    case submission
    /// All clusters were made anew.
    case rematch
    /// A contributor's records left the database.
    case withdrawal
    /// Records left that had lost their last holding.
    case purge
}

extension VersionCause {
    /// The cause and the mode that a version's column `mode` says.
    static func read(_ word: String) -> (cause: VersionCause, mode: Mode) {
        if let mode = Mode(rawValue: word) { return (.submission, mode) }
        return (VersionCause(rawValue: word) ?? .submission, .changes)
    }

    /// What the column `mode` says of a version with this cause.
    func word(_ mode: Mode) -> String { self == .submission ? mode.rawValue : rawValue }
}
