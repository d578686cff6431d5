public import Update

/// What a store keeps of a submission beside its records.
public struct SubmissionFacts: Sendable, Equatable {
    /// The contributor's symbol, `bva`.
    public var contributor: String
    public var contributorName: String
    /// `2026-W47`, `2026-11`.
    public var period: String
    public var mode: Mode
    /// What its version comes of.
    public var cause = VersionCause.submission
    /// The checksum of the submission: with contributor and period it says which submission a version is of.
    public var checksum: String
    /// Pieces that ingest could make no record of; they may hide records that would then seem absent.
    public var unreadablePieces: Int
    /// True where a person has let deletes by absence pass in spite of records that cannot be identified.
    public var releasesAbsence: Bool
    /// What the submission looks like as a whole; kept with its version, for later ones to be compared with.
    public var profile: FieldProfile
    /// Where the contributor's holdings stand; nil for where the standard has them.
    public var holdings: HoldingsMap?

    public init(
        contributor: String, contributorName: String, period: String, mode: Mode, checksum: String,
        unreadablePieces: Int = 0, releasesAbsence: Bool = false, profile: FieldProfile = FieldProfile()
    ) {
        self.contributor = contributor
        self.contributorName = contributorName
        self.period = period
        self.mode = mode
        self.checksum = checksum
        self.unreadablePieces = unreadablePieces
        self.releasesAbsence = releasesAbsence
        self.profile = profile
    }
}
