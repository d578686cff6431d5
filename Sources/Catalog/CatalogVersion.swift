public import Update

/// What one install made of the client database.
public struct CatalogVersion: Sendable, Equatable {
    public var id: Int
    /// The database's number of the contributor.
    public var contributor: Int
    public var period: String
    public var mode: Mode
    public var cause = VersionCause.submission
    /// The checksum of the submission that it was made from.
    public var submission: String
    /// The checksum of what install read: another one means that the stages before were run again.
    public var input: String
    public var counts = InstallCounts()
    /// What the contributor's rows came to before.
    public var sumsBefore = TableSums()
    /// Install's `summary.json`.
    public var summary = ""
    /// Inspect's `verdict.json`.
    public var verdict = ""
}

/// A version with what its submission looked like as a whole.
public struct CatalogHistory: Sendable, Equatable {
    public var version: CatalogVersion
    public var profile: FieldProfile

    public init(version: CatalogVersion, profile: FieldProfile) {
        self.version = version
        self.profile = profile
    }
}

/// What an install does to a contributor's records, and what stands there before and after.
public struct InstallCounts: Sendable, Equatable, Codable {
    public var added = 0
    public var replaced = 0
    public var unchanged = 0
    public var deleted = 0
    public var deleteNotHeld = 0
    /// Deleted because a full load does not have them.
    public var absent = 0
    public var rowsBefore = 0
    public var rowsAfter = 0

    public init() {}

    /// Whether rows before + added − deleted − absent = rows after.
    public var balance: Bool { rowsBefore + added - deleted - absent == rowsAfter }
}

/// What a version did to one record.
public struct CatalogChange: Sendable, Equatable {
    public enum Action: String, Sendable, CaseIterable {
        case added, replaced, deleted
        case deleteNotHeld = "delete-not-held"
        /// Deleted because a full load does not have it.
        case absent
    }

    public var action: Action
    /// The record of the submission, from 0; nil for one that was absent.
    public var ordinal: Int?
    /// The database's number of the record; nil for one that was not held.
    public var record: Int?
    public var kind: String
    public var controlNumber: String
    /// Of what stood there before; nil for a record that was not held, and where nobody asks.
    public var hashBefore: Hash128?
}
