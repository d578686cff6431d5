public import Pipeline
public import Update

/// The defects of a submission as they may be shown: those of all attempts that count, stage by stage, with what the
/// pinned profile calls private masked.
public struct SubmissionDefects {
    private let attempts: [Attempt]
    private let hidden: PrivateFields

    init(_ attempts: [Attempt], hiding hidden: PrivateFields) {
        self.attempts = attempts
        self.hidden = hidden
    }

    /// - Returns: nil where no file was pinned yet.
    /// - Throws: `ConfigurationError` where the pinned profile cannot be read, for then it is not known what is private.
    public init?(_ folder: SubmissionFolder, codes: [DefectCode] = DefectCodes.all) throws {
        guard let facts = try folder.facts() else { return nil }
        let profile = try Profile(pinnedAs: facts.profile, text: facts.profileText, knownCodes: Set(codes.map(\.name)))
        self.init(try folder.countingAttempts(), hiding: PrivateFields(profile.privateFields, codes: CodeBook(codes)))
    }

    /// Lends every defect, one at a time.
    ///
    /// - Parameter stage: nil for all stages.
    /// - Throws: `FileFailure`, `DefectFileDamaged`, and what `body` throws.
    public func forEach(of stage: StageName? = nil, _ body: (DefectRow) throws -> Void) throws {
        let links = PrivateLinks(attempts, hiding: hidden)
        for attempt in attempts where stage == nil || attempt.stage == stage {
            try DefectFile(path: attempt.file(StageFile.defects)).forEach { row in
                let isHidden = try hidden.cover(row) || links.cover(row)
                try body(isHidden ? hidden.mask(row) : row)
            }
        }
    }
}
