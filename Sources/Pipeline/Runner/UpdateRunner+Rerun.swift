internal import Foundation
public import Update

/// Doing stages again, with today's profile.
extension UpdateRunner {
    /// Does the stages from `stage` on again for the submissions of an update.
    ///
    /// - Parameter contributors: nil for all that have a submission.
    /// - Throws: `RunRefusal` before anything is done, where a changed profile touches a stage before `stage`.
    public func rerun(_ run: UpdateRow, client: ClientPlan, from stage: StageName, contributors: Set<String>? = nil)
        throws
        -> UpdateOutcome
    {
        let lock = try environment.lock(client.name, purpose: "rerun \(run.run) from \(stage.rawValue)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        let rows = try environment.ledger.submissions(client: client.name, period: run.period)
        for symbol in (contributors ?? []).sorted() where !rows.contains(where: { $0.contributor == symbol }) {
            throw RunRefusal("\(run.run) has no submission of '\(symbol)'; holdfast status \(run.run) lists them")
        }
        let withdrawn = try environment.ledger.withdrawals(client: client.name)
        let chosen = rows.map(\.contributor).filter { contributors?.contains($0) ?? (withdrawn[$0] == nil) }
        guard !chosen.isEmpty else { throw RunRefusal("\(run.run) has no submission to run again") }
        var submissions: [SubmissionRun] = []
        for symbol in chosen {
            var submission = try submissionRun(client, run, symbol)
            submission.forcedFrom = stage
            if try submission.folder.isSpent() {
                throw RunRefusal(
                    "the files and spools of \(run.run) of \(symbol) were removed, as retention in holdfast.yaml says, so it "
                        + "cannot be run again; what it installed stands, and the library can send its files anew")
            }
            try checkProfile(of: submission, from: stage)
            submissions.append(submission)
        }
        let pipeline = submissions[0].pipeline
        environment.observer(.updateStarted(run: run.run, pipeline: pipeline.name))
        try environment.ledger.begin(
            client: client.name, period: run.period, pipeline: pipeline.name, now: environment.clock.now())
        var isWritten = true
        for submission in submissions {
            try takeTodaysProfile(submission)
            if !advance(submission) { isWritten = false }
        }
        return try end(pipeline, client, run.period, isSound: isWritten)
    }

    /// Says what the profile changed, and refuses where that concerns a stage that would not be done again.
    private func checkProfile(of submission: SubmissionRun, from stage: StageName) throws {
        guard let facts = try submission.folder.facts() else { return }
        let today = try todaysProfile(submission)
        let changes = today.changedKeys(from: try submission.pinnedProfile(facts))
        for change in changes {
            environment.observer(.notice("profile \(today.name) of \(submission.contributor.symbol): \(change)"))
        }
        if let first = changes.min(by: { $0.stage < $1.stage }), first.stage < stage {
            throw RunRefusal(
                "the profile \(today.name) has changed since: \(first); "
                    + "rerun --from \(first.stage.rawValue), or put the profile back")
        }
    }

    private func takeTodaysProfile(_ submission: SubmissionRun) throws {
        guard var facts = try submission.folder.facts() else { return }
        facts.profile = submission.contributor.profile
        facts.profileText = try environment.workspace.profileText(facts.profile)
        try submission.folder.write(facts)
    }

    private func todaysProfile(_ submission: SubmissionRun) throws -> Profile {
        guard let profile = environment.workspace.profiles[submission.contributor.profile] else {
            throw RunRefusal("there is no profile '\(submission.contributor.profile)'")
        }
        return profile
    }
}
