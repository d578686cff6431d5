internal import Foundation
public import Update

/// One contributor's submission on its way through the stages. What has been done stands in its folder, so that going on
/// after a crash, a hold or a failure is the same as starting: each stage whose result still counts is kept.
struct SubmissionRun {
    let environment: RunEnvironment
    let client: ClientPlan
    let contributor: ClientPlan.Contributor
    let pipeline: PipelinePlan
    let period: String
    /// The instant of the slot: "today" for the rules that ask for it.
    let slot: Date
    /// Stages from here on are done anew even where their results still count; nil for none.
    var forcedFrom: StageName?

    var folder: SubmissionFolder {
        environment.folder(client: client.name, period: period, contributor: contributor.symbol)
    }

    /// Takes the submission as far as it goes.
    ///
    /// - Returns: where it came to rest and why; nil where nothing was delivered.
    /// - Throws: `StageFailure` where a stage failed.
    func advance() throws -> (SubmissionState, String)? {
        if let settled = try settledState() { return settled }
        try folder.finishSwaps()
        guard let collected = try collect() else { return nil }
        try note(.working, "")
        let profile = try pinnedProfile(collected.facts)
        let scrubbed = try scrub(collected.attempt, profile)
        let validated = try validate(scrubbed, profile, collected.facts.mode)
        if let earlier = try heldBefore(collected.facts.mode) {
            return (
                .waiting,
                "an earlier submission of \(contributor.symbol) is held: \(client.name)/\(earlier.period); "
                    + "release or refuse that one first"
            )
        }
        try refuseOutOfOrder(collected)
        let gate = try measureGates(collected, scrubbed, validated, profile)
        guard gate.passes else { return (.held, gate.closed.map(\.message).joined(separator: "; ")) }
        try install(collected, scrubbed, validated, gate, profile)
        try supersedeHeld(collected.facts.mode)
        return (.installed, "")
    }

    /// What has been decided or done for good; nil where there is something to do.
    func settledState() throws -> (SubmissionState, String)? {
        guard forcedFrom == nil else { return nil }
        let row = try environment.ledger.submissions(
            client: client.name, period: period, contributor: contributor.symbol
        ).first
        switch row?.state {
        case .refused, .superseded, .undoing, .undone: return row.map { ($0.state, $0.reason) }
        case .installed where try folder.isSpent(): return row.map { ($0.state, $0.reason) }
        default: return nil
        }
    }

    /// Writes into the ledger where the submission stands.
    func note(_ state: SubmissionState, _ reason: String) throws {
        let mode = try folder.facts()?.mode ?? pipeline.mode
        try environment.ledger.set(
            client: client.name, period: period, contributor: contributor.symbol, mode: mode.rawValue, state: state,
            reason: reason, now: environment.clock.now())
    }

    /// The attempt at `stage` that counts, made anew where there is none or its input has changed.
    ///
    /// - Parameters:
    ///   - input: the checksum of what the stage reads.
    ///   - requireRoom: whether there is room for what it writes, asked only where it is made anew.
    func attempt(
        _ stage: StageName, input: String, _ profile: Profile, requireRoom: () throws -> Void = {},
        _ work: (PendingAttempt, StageContext) throws -> StageSummary
    ) throws -> Attempt {
        let isForced = forcedFrom.map { stage >= $0 } ?? false
        if !isForced, let kept = try folder.current(stage), kept.summary.input == input {
            environment.observer(.stageKept(contributor: contributor.symbol, stage: stage))
            return kept
        }
        try requireRoom()
        return try begin(stage, profile, work)
    }

    /// Makes an attempt at `stage`, whatever was there before.
    func begin(_ stage: StageName, _ profile: Profile, _ work: (PendingAttempt, StageContext) throws -> StageSummary)
        throws
        -> Attempt
    {
        environment.observer(.stageStarted(contributor: contributor.symbol, stage: stage))
        let pending = try folder.begin(stage)
        let key = AttemptKey(
            client: client.name, period: period, contributor: contributor.symbol, stage: stage, number: pending.number,
            started: environment.clock.now())
        try environment.ledger.begin(key, profile: profile.hash)
        do {
            let summary = try work(pending, context(stage, pending.folder, profile))
            let attempt = try folder.complete(pending, summary: summary)
            try environment.ledger.end(key, cause: nil, now: environment.clock.now())
            environment.observer(.stageEnded(contributor: contributor.symbol, summary: summary))
            return attempt
        } catch {
            let failure = StageFailure(stage: stage, cause: "\(error)")
            try? environment.ledger.end(key, cause: failure.cause, now: environment.clock.now())
            throw failure
        }
    }

    func context(_ stage: StageName, _ folder: String, _ profile: Profile, of total: Int? = nil) -> StageContext {
        let (observer, symbol) = (environment.observer, contributor.symbol)
        return StageContext(
            client: client.name, contributor: symbol, folder: folder, threads: environment.workspace.threads,
            policy: profile.policy,
            progress: { observer(.progress(contributor: symbol, stage: stage, records: $0, of: total)) })
    }

    /// The profile as it was when the submission was collected, or as a rerun has put it.
    func pinnedProfile(_ facts: PinnedSubmission) throws -> Profile {
        let problems = ProblemList()
        let profile = Profile(
            name: facts.profile, file: "submission.json (profile \(facts.profile))", text: facts.profileText,
            knownCodes: DefectCodes.names, problems: problems)
        try problems.check()
        return profile
    }
}

/// A stage that came to no end: which, and why. The submission keeps what the stages before have left.
public struct StageFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public let stage: StageName
    public let cause: String

    public var description: String { "\(stage.rawValue) failed: \(cause)" }
}
