internal import Foundation
internal import Update

/// What people decide about held submissions.
extension UpdateRunner {
    /// Lets a held submission on: it is installed, then those that wait behind it.
    ///
    /// - Parameters:
    ///   - who: who decides; kept with the reason.
    ///   - reason: must not be empty.
    /// - Throws: `RunRefusal` where nothing is held.
    public func release(_ run: UpdateRow, client: ClientPlan, contributor: String, who: String, reason: String) throws
        -> UpdateOutcome
    {
        try decide(.release, run, client, contributor, who, reason) { submission in
            guard var gate = try submission.folder.gate() else {
                throw RunRefusal("\(run.run) has measured no gate for \(contributor) yet; run it first")
            }
            gate.released = Dictionary(
                gate.measures.filter { !$0.isOpen }.map { ($0.gate, $0.count) }, uniquingKeysWith: max)
            gate.releasedSpool = gate.spool
            try submission.folder.write(gate)
            return advance(submission)
        }
    }

    /// Turns a held submission down: nothing of it is installed, now or later.
    public func refuse(_ run: UpdateRow, client: ClientPlan, contributor: String, who: String, reason: String) throws
        -> UpdateOutcome
    {
        try decide(.refuse, run, client, contributor, who, reason) { submission in
            let text = "refused by \(who): \(reason)"
            try submission.note(.refused, text)
            try environment.report(submission.folder)
            environment.observer(.submissionEnded(contributor: contributor, state: .refused, reason: text))
            return true
        }
    }

    private func decide(
        _ verb: Decision.Verb, _ run: UpdateRow, _ client: ClientPlan, _ contributor: String, _ who: String,
        _ reason: String,
        _ carryOut: (SubmissionRun) throws -> Bool
    ) throws -> UpdateOutcome {
        try Self.require(reason)
        let lock = try environment.lock(client.name, purpose: "\(verb.rawValue) \(run.run) \(contributor)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        let rows = try environment.ledger.submissions(client: client.name, period: run.period, contributor: contributor)
        if rows.first?.state != .held, try decidePurge(verb, run, client, contributor, who, reason) {
            return try end(try submissionRun(client, run, contributor).pipeline, client, run.period)
        }
        guard let row = rows.first else {
            throw RunRefusal("\(run.run) has no submission of '\(contributor)'; holdfast status \(run.run) lists them")
        }
        guard row.state == .held else {
            throw RunRefusal(
                "the submission of \(contributor) in \(run.run) is \(row.state.rawValue), not held: there is "
                    + "nothing to \(verb.rawValue)")
        }
        try environment.ledger.record(
            verb, client: client.name, period: run.period, contributor: contributor, who: who, reason: reason,
            now: environment.clock.now())
        let submission = try submissionRun(client, run, contributor)
        let isWritten = try carryOut(submission)
        try advanceWaiting(client, contributor)
        return try end(submission.pipeline, client, run.period, isSound: isWritten)
    }

    static func require(_ reason: String) throws {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw RunRefusal("a reason is kept with every decision; say it with --reason TEXT")
        }
    }

    /// Takes up the submissions of a contributor that wait, in their order, until one is held again.
    private func advanceWaiting(_ client: ClientPlan, _ contributor: String) throws {
        let rows = try environment.ledger.submissions(client: client.name, contributor: contributor)
        for row in rows where row.state == .waiting {
            guard let update = try environment.ledger.update(client: client.name, period: row.period) else { continue }
            let submission = try submissionRun(client, update, contributor)
            let isWritten = advance(submission)
            _ = try end(submission.pipeline, client, row.period, isSound: isWritten)
        }
    }

    /// The submission of a contributor in an update that the ledger knows.
    func submissionRun(_ client: ClientPlan, _ run: UpdateRow, _ contributor: String) throws -> SubmissionRun {
        guard let pipeline = environment.workspace.pipelines[run.pipeline] else {
            throw RunRefusal(
                "\(run.run) belongs to the pipeline '\(run.pipeline)', and there is no pipelines/\(run.pipeline).yaml")
        }
        try environment.refuseWithdrawn(contributor, of: client)
        guard let plan = client.contributors.first(where: { $0.symbol == contributor }) else {
            throw RunRefusal("client \(client.name) has no contributor '\(contributor)'")
        }
        let slot = pipeline.schedule.due(ofPeriod: run.period) ?? environment.clock.now()
        return SubmissionRun(
            environment: environment, client: client, contributor: plan, pipeline: pipeline, period: run.period,
            slot: slot)
    }
}
