public import Pipeline
public import Update

/// The defects of a submission as they may be shown: what keeps deliveries from being collected, then those of all
/// attempts that count, stage by stage, with what the pinned profile calls private masked.
public struct SubmissionDefects {
    private let attempts: [Attempt]
    private let hidden: PrivateFields
    private let uncollected: String?

    /// - Parameter uncollected: the path of the defects of what was not collected.
    init(_ attempts: [Attempt], hiding hidden: PrivateFields, uncollected: String? = nil) {
        self.attempts = attempts
        self.hidden = hidden
        self.uncollected = uncollected
    }

    /// - Returns: nil where no file was pinned yet and none waits.
    /// - Throws: `ConfigurationError` where the pinned profile cannot be read, for then it is not known what is private.
    public init?(_ folder: SubmissionFolder, codes: [DefectCode] = DefectCodes.all) throws {
        let uncollected = folder.uncollectedDefects
        guard let facts = try folder.facts() else {
            guard let uncollected else { return nil }
            self.init([], hiding: PrivateFields([], codes: CodeBook(codes)), uncollected: uncollected)
            return
        }
        let profile = try Profile(pinnedAs: facts.profile, text: facts.profileText, knownCodes: Set(codes.map(\.name)))
        self.init(
            try folder.countingAttempts(), hiding: PrivateFields(profile.privateFields, codes: CodeBook(codes)),
            uncollected: uncollected)
    }

    /// Lends every defect, one at a time.
    ///
    /// - Parameter stage: nil for all stages.
    /// - Throws: `FileFailure`, `DefectFileDamaged`, and what `body` throws.
    public func forEach(of stage: StageName? = nil, _ body: (DefectRow) throws -> Void) throws {
        if let uncollected, stage == nil || stage == .ingest { try DefectFile(path: uncollected).forEach(body) }
        let links = PrivateLinks(attempts, hiding: hidden)
        for attempt in attempts where stage == nil || attempt.stage == stage {
            try DefectFile(path: attempt.file(StageFile.defects)).forEach { row in
                let isHidden = try hidden.cover(row) || links.cover(row)
                try body(isHidden ? hidden.mask(row) : row)
            }
        }
    }
}
