internal import Foundation
internal import Update

/// Runs an update: every contributor's submission through the stages, one after another, under the client's lock. What
/// befalls one contributor never stops the others.
public struct UpdateRunner {
    let environment: RunEnvironment

    public init(_ environment: RunEnvironment) { self.environment = environment }

    /// Runs or goes on with the update of `client` for `period`.
    ///
    /// - Parameters:
    ///   - contributors: nil for all.
    /// - Throws: `RunRefusal` where the client is locked or a name is unknown; what the ledger throws.
    public func run(_ pipeline: PipelinePlan, client: ClientPlan, period: String, contributors: Set<String>? = nil)
        throws
        -> UpdateOutcome
    {
        guard let due = pipeline.schedule.due(ofPeriod: period) else {
            throw RunRefusal(
                "'\(period)' is no period of the pipeline \(pipeline.name); it takes one as in "
                    + pipeline.schedule.period(of: environment.clock.now()))
        }
        try check(contributors, of: client)
        let lock = try environment.lock(client.name, purpose: "run \(pipeline.name) for \(client.name)/\(period)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        try refuseOtherPipeline(pipeline, client.name, period)
        environment.observer(.updateStarted(run: "\(client.name)/\(period)", pipeline: pipeline.name))
        try environment.ledger.begin(
            client: client.name, period: period, pipeline: pipeline.name, now: environment.clock.now())
        var isWritten = true
        try tellWithdrawn(client)
        for contributor in try environment.present(client) where contributors?.contains(contributor.symbol) ?? true {
            let run = SubmissionRun(
                environment: environment, client: client, contributor: contributor, pipeline: pipeline, period: period,
                slot: due)
            if !advance(run) { isWritten = false }
        }
        let isPurged = pipeline.purges ? try purge(pipeline, client, period, contributors) : true
        let strangers = contributors == nil ? try reportStrangers(client, period) : 0
        let isSound = pipeline.audits ? try audit(client, period) : true
        if pipeline.retains { retainAtEnd(client) }
        return try end(pipeline, client, period, strangers: strangers, isSound: isSound && isPurged && isWritten)
    }

    /// Takes one submission as far as it goes, and writes down where that is: in the ledger and its report.
    ///
    /// - Returns: false where it could not be written down; the update is then to be taken up again.
    func advance(_ run: SubmissionRun) -> Bool {
        let state: (SubmissionState, String)?
        do {
            state = try run.advance()
        } catch {
            state = (.failed, "\(error)")
        }
        guard let state else {
            environment.observer(.nothingDelivered(contributor: run.contributor.symbol))
            if let missing = (try? run.folder.missingDelivery()) ?? nil {
                environment.observer(.notice("\(run.contributor.symbol): \(missing)"))
            }
            return true
        }
        var isWritten = true
        do {
            try run.note(state.0, state.1)
            try environment.report(run.folder)
        } catch {
            environment.observer(.notice("\(run.contributor.symbol): the result could not be written down: \(error)"))
            isWritten = false
        }
        environment.observer(.submissionEnded(contributor: run.contributor.symbol, state: state.0, reason: state.1))
        return isWritten
    }

    /// Closes the update with the outcome of all its submissions; what nobody is known to have sent waits for a person.
    ///
    /// - Parameter isSound: false where an audit has found something altered, the purge failed or a result could not be written
    ///   down.
    func end(
        _ pipeline: PipelinePlan, _ client: ClientPlan, _ period: String, strangers: Int = 0, isSound: Bool = true
    ) throws -> UpdateOutcome {
        let submissions = try environment.ledger.submissions(client: client.name, period: period)
        var outcome = submissions.map { Self.outcome($0.state) }.max() ?? .done
        let purges = try environment.ledger.purges(client: client.name, period: period)
        if strangers > 0 || purges.contains(where: { $0.state == .held }) { outcome = max(outcome, .held) }
        if !isSound { outcome = .failed }
        // Before the update counts as ended, so that what a crash leaves out is made up for.
        do {
            try environment.reportUpdate(client.name, period)
        } catch {
            environment.observer(.notice("the page of \(client.name)/\(period) could not be written: \(error)"))
            outcome = .failed
        }
        let state: UpdateState = outcome == .done ? .done : outcome == .held ? .held : .failed
        try environment.ledger.end(client: client.name, period: period, state: state, now: environment.clock.now())
        if outcome != .failed {
            try environment.ledger.setSlot(client: client.name, pipeline: pipeline.name, period: period, state: "done")
        }
        environment.observer(.updateEnded(run: "\(client.name)/\(period)", outcome: outcome))
        return outcome
    }

    private static func outcome(_ state: SubmissionState) -> UpdateOutcome {
        switch state {
        case .installed, .refused, .superseded, .undone: .done
        case .held, .waiting: .held
        case .failed, .working, .undoing: .failed
        }
    }

    /// Marks as lost what a process that died has left running.
    func recover(_ client: String) throws {
        for row in try environment.ledger.markLost(client: client, now: environment.clock.now()) {
            environment.observer(.updateRecovered(run: row.run))
        }
        try finishUndos(client)
        try finishWithdrawals(client)
    }

    /// Whether the contributors named are there to be worked on.
    func check(_ contributors: Set<String>?, of client: ClientPlan) throws {
        for symbol in (contributors ?? []).sorted() { try environment.refuseWithdrawn(symbol, of: client) }
        for symbol in (contributors ?? []).sorted() where !client.contributors.contains(where: { $0.symbol == symbol })
        {
            let known = client.contributors.map(\.symbol)
            let near =
                NearestName.of(symbol, among: known).map { "; did you mean '\($0)'?" }
                ?? "; it has \(known.joined(separator: ", "))"
            throw RunRefusal("client \(client.name) has no contributor '\(symbol)'\(near)")
        }
    }

    private func refuseOtherPipeline(_ pipeline: PipelinePlan, _ client: String, _ period: String) throws {
        guard let row = try environment.ledger.update(client: client, period: period), row.pipeline != pipeline.name
        else { return }
        throw RunRefusal("\(row.run) is an update of the pipeline \(row.pipeline), not of \(pipeline.name)")
    }
}
