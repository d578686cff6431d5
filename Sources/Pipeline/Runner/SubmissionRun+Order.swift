internal import Foundation
internal import Update

/// The order of a contributor's submissions: changes wait behind what is held, a full load supersedes it.
extension SubmissionRun {
    /// The contributor's earliest other submission that is held or waits, where this one has to wait behind it.
    func heldBefore(_ mode: Mode) throws -> SubmissionRow? {
        guard mode == .changes else { return nil }
        let rows = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
        // Rows come in the order of their updates; what stands behind this one does not hold it up.
        return rows.prefix { $0.period != period }.first { $0.state == .held || $0.state == .waiting }
    }

    /// Nothing is installed over what the contributor sent later, in an update that came later.
    ///
    /// - Throws: `StageFailure` where a later submission is installed and this one is not.
    func refuseOutOfOrder(_ collected: CollectedSubmission) throws {
        let rows = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
        let later = rows.drop { $0.period != period }.dropFirst().filter { $0.state == .installed }
        if try later.isEmpty || installedVersion(collected) != nil { return }
        // A full load of an early update may have come late.
        let own = try collectedFirst(period)
        let newest = try later.last { row in
            guard let own, let other = try collectedFirst(row.period) else { return true }
            return own < other
        }
        guard let newest else { return }
        throw StageFailure(
            stage: .install,
            cause: """
                \(client.name)/\(newest.period) of \(contributor.symbol) came later and is installed, and what came earlier \
                would take its place; holdfast undo \(client.name)/\(newest.period) --contributor \(contributor.symbol), \
                then rerun this one and that one
                """)
    }

    /// When the files of the contributor's submission for a period were collected, however often they were read since; nil
    /// where nobody knows.
    private func collectedFirst(_ period: String) throws -> Date? {
        let folder = environment.folder(client: client.name, period: period, contributor: contributor.symbol)
        guard let number = try folder.firstAttempt(.ingest) else { return nil }
        let attempts = try environment.ledger.attempts(client: client.name, period: period)
        return attempts.last {
            $0.contributor == contributor.symbol && $0.stage == StageName.ingest.rawValue && $0.number == number
        }?.started
    }

    /// Lets the reports of an earlier period say what became of the submission.
    private func reportSuperseded(_ period: String) {
        do {
            try environment.report(
                environment.folder(client: client.name, period: period, contributor: contributor.symbol))
            try environment.reportUpdate(client.name, period)
        } catch {
            environment.observer(
                .notice("the report of \(client.name)/\(period) \(contributor.symbol) could not be written: \(error)"))
        }
    }

    /// Marks what a full load that was just installed has made pointless.
    func supersedeHeld(_ mode: Mode) throws {
        guard mode == .full else { return }
        let rows = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
        for row in rows.prefix(while: { $0.period != period }) where row.state == .held || row.state == .waiting {
            try environment.ledger.set(
                client: client.name, period: row.period, contributor: contributor.symbol, mode: row.mode,
                state: .superseded,
                reason: "superseded by the full load \(client.name)/\(period)", now: environment.clock.now())
            reportSuperseded(row.period)
        }
    }
}
