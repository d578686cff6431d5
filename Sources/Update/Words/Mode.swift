/// What a submission claims to be.
public enum Mode: String, Sendable, Codable, CaseIterable {
    /// A strip and reload: what is absent is to be deleted.
    case full
    /// Adds, changes and deletes.
    case changes
}
