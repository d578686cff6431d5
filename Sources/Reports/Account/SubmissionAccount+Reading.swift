internal import Pipeline
internal import Update

extension SubmissionAccount {
    /// Reads what the stages and the ledger say of the submission in `folder`.
    ///
    /// - Returns: nil where nothing was pinned yet.
    /// - Throws: what reading throws; `ConfigurationError` where the pinned profile cannot be read, for then it is not
    ///   known what is private.
    init?(_ folder: SubmissionFolder, in workspace: Workspace, codes: [DefectCode]) throws {
        guard let facts = try folder.facts() else { return nil }
        let plan = workspace.clients[facts.client]
        let member = plan?.contributors.first { $0.symbol == facts.contributor }
        let pinned = try Profile(pinnedAs: facts.profile, text: facts.profileText, knownCodes: Set(codes.map(\.name)))
        (client, contributor, period, pipeline) = (facts.client, facts.contributor, facts.period, facts.pipeline)
        (clientTitle, contributorName) = (plan?.title ?? facts.client, member?.name ?? facts.contributor)
        contact = member?.contact
        (profile, program, mode) = (facts.profile, facts.program, facts.mode)
        files = facts.files.map { File(name: $0.name, size: $0.size, sha256: $0.sha256) }
        lists = pinned.lists
        hidden = PrivateFields(pinned.privateFields, codes: CodeBook(codes))
        exceptions = ProfileException.all(of: pinned)
        let counting = try folder.countingAttempts()
        uncollected = folder.uncollectedDefects
        gate = try folder.gate()
        var standing = Standing(attempts: counting, gate: gate)
        try standing.read(try workspace.existingLedger(), client, period, contributor, in: workspace)
        (state, reason, decisions) = (standing.state, standing.reason, standing.decisions)
        attempts = counting.left(by: standing.state)
        books = Books(stages: attempts.map(\.summary), settled: standing.state.settled)
        let records = try SubmissionRecords(attempts)
        let counts = try records?.countByFile() ?? [:]
        parts =
            records?.files.entries.enumerated().map { index, entry in
                Part(name: entry.name, format: entry.format, records: counts[index] ?? 0)
            } ?? []
    }
}
