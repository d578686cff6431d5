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

    /// Nothing is installed over what the contributor sent later.
    ///
    /// - Throws: `StageFailure` where a later submission is installed and this one is not.
    func refuseOutOfOrder(_ collected: CollectedSubmission) throws {
        let rows = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
        let later = rows.drop { $0.period != period }.dropFirst()
        guard let newest = later.last(where: { $0.state == .installed }), try installedVersion(collected) == nil else {
            return
        }
        throw StageFailure(
            stage: .install,
            cause: """
                \(client.name)/\(newest.period) of \(contributor.symbol) came later and is installed, and what came earlier \
                would take its place; holdfast undo \(client.name)/\(newest.period) --contributor \(contributor.symbol), \
                then rerun this one and that one
                """)
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
