internal import Catalog
internal import Foundation
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
        attempts = try folder.countingAttempts()
        gate = try folder.measuredGate()
        let standing = try Standing(client, period, contributor, in: workspace, attempts: attempts, gate: gate)
        (state, reason, decisions) = (standing.state, standing.reason, standing.decisions)
        books = Books(stages: attempts.map(\.summary), settled: standing.state.settled)
        let records = try SubmissionRecords(attempts)
        let counts = try records?.countByFile() ?? [:]
        parts = records?.files.entries.enumerated().map { index, entry in
            Part(name: entry.name, format: entry.format, records: counts[index] ?? 0)
        } ?? []
    }
}

/// Where a submission stands: as the ledger has it, or as its folder shows where there is no ledger.
private struct Standing {
    var state = SubmissionState.working
    var reason = ""
    var decisions: [String] = []

    init(
        _ client: String, _ period: String, _ contributor: String, in workspace: Workspace, attempts: [Attempt],
        gate: GateVerdict?
    ) throws {
        if attempts.contains(where: { $0.stage == .install }) { state = .installed } else if gate?.passes == false { state = .held }
        let path = workspace.path("ledger.sqlite")
        guard FileManager.default.fileExists(atPath: path) else { return }
        let ledger = try Ledger(path: path)
        let rows = try ledger.submissions(client: client, period: period, contributor: contributor)
        if let row = rows.first {
            state = row.state
            // A cause can name a file; where the workspace lies is nobody's business.
            reason = row.reason.replacingOccurrences(of: workspace.folder + "/", with: "")
        }
        decisions = try ledger.decisions(client: client, period: period).filter { $0.contributor == contributor }.map {
            "\($0.verb == "release" ? "Released" : "Refused") by \($0.who): \($0.reason)"
        }
    }
}

extension SubmissionFolder {
    /// What the gates measured last; nil before they did.
    fileprivate func measuredGate() throws -> GateVerdict? {
        guard let data = FileManager.default.contents(atPath: "\(path)/gate.json") else { return nil }
        return try JSONDecoder().decode(GateVerdict.self, from: data)
    }

    /// The attempts that count: each stage's current one as long as it read what the one before has left.
    func countingAttempts() throws -> [Attempt] {
        var attempts: [Attempt] = []
        for stage in StageName.allCases {
            guard let attempt = try current(stage) else { break }
            if let before = attempts.last, attempt.summary.input != before.summary.output { break }
            attempts.append(attempt)
        }
        return attempts
    }
}
