internal import Catalog
internal import Foundation
internal import Inspect
internal import Update

/// Taking back what an update has installed.
extension UpdateRunner {
    /// One version that was taken back.
    public struct UndoneVersion: Sendable, Equatable, Encodable {
        public let contributor: String
        public let period: String
        public let version: Int
        /// Records that the version had added, and that are gone.
        public let removed: Int
        /// Records that it had replaced or deleted, and that are as before.
        public let restored: Int
        /// The contributor's records now.
        public let records: Int

        init(_ symbol: String, _ version: CatalogVersion) {
            let counts = version.counts
            (contributor, period, self.version) = (symbol, version.period, version.id)
            (removed, restored) = (counts.added, counts.replaced + counts.deleted + counts.absent)
            records = counts.rowsBefore
        }
    }

    /// Takes back what contributors have installed for `period`, each contributor's versions newest first.
    ///
    /// - Parameters:
    ///   - contributors: nil for all that have installed something for the period.
    ///   - purgeOnly: takes back the purge and leaves what was installed.
    ///   - who: who decides; kept with the reason.
    ///   - reason: must not be empty.
    /// - Throws: `RunRefusal` before anything is undone, where nothing is installed or a later version of a contributor stands
    ///   on it; `StageFailure` where inspect finds that the database would not be as before; what the store throws. What
    ///   was undone before stays undone.
    public func undo(
        _ client: ClientPlan, period: String, contributors: Set<String>? = nil, purgeOnly: Bool = false, who: String,
        reason: String
    ) throws -> [UndoneVersion] {
        try Self.require(reason)
        let lock = try environment.lock(client.name, purpose: "undo \(client.name)/\(period)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        let store = try environment.workspace.store(of: client)
        let installed = try InstalledVersions(store.reading())
        let chosen = try installed.choose(of: client, period, contributors, purgeOnly ? .purge : nil)
        var undone: [UndoneVersion] = []
        defer { _ = try? endUndo(client, period) }
        for (symbol, versions) in chosen {
            let text = "undone by \(who): \(reason)"
            let row =
                versions.contains { $0.cause == .submission }
                ? try environment.ledger.submissions(client: client.name, period: period, contributor: symbol).first
                : nil
            try environment.ledger.record(
                .undo, client: client.name, period: period, contributor: symbol, who: who, reason: reason,
                now: environment.clock.now())
            try note(row, .undoing, text)
            if versions.contains(where: { $0.cause == .purge }) {
                try notePurge(.undone, client.name, period, symbol)
            }
            let withdrawal = try endWithdrawal(undoneBy: versions, client.name, symbol)
            do {
                undone += try undo(versions, of: symbol, in: store)
            } catch {
                if versions.contains(where: { $0.cause == .purge }) {
                    try? notePurge(.done, client.name, period, symbol)
                }
                if let row { try? note(row, row.state, row.reason) }
                if let withdrawal { try? restore(withdrawal, client.name) }
                throw error
            }
            try note(row, .undone, text)
            if let row { try report(row) }
            if row != nil {
                environment.observer(.submissionEnded(contributor: symbol, state: .undone, reason: text))
            }
        }
        return undone
    }

    private func undo(_ versions: [CatalogVersion], of symbol: String, in store: any CatalogStore) throws
        -> [UndoneVersion]
    {
        do {
            return try versions.map { version in
                try store.undo(version.id, UndoProof.prove)
                return UndoneVersion(symbol, version)
            }
        } catch let refusal as CatalogRefusal {
            throw RunRefusal(refusal.description)
        } catch let failure as UndoFailure {
            throw StageFailure(stage: .inspect, cause: failure.description)
        }
    }

    /// Ends undos and withdrawals that a process that died has left half done; where there is none, nothing is locked.
    ///
    /// - Throws: `RunRefusal` where the client is locked.
    func finishDecisions(_ client: ClientPlan) throws {
        let isPending =
            try environment.ledger.submissions(client: client.name).contains { $0.state == .undoing }
            || environment.ledger.withdrawals(client: client.name).values.contains { $0.version == nil }
        guard isPending else { return }
        let lock = try environment.lock(client.name, purpose: "end decisions on \(client.name)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
    }

    /// Ends what a process that died has left half undone. What cannot be ended now is told, and tried again next time.
    func finishUndos(_ client: String) throws {
        let rows = try environment.ledger.submissions(client: client).filter { $0.state == .undoing }
        guard !rows.isEmpty, let plan = environment.workspace.clients[client] else { return }
        for row in rows {
            do {
                let store = try environment.workspace.store(of: plan)
                let versions = try InstalledVersions(store.reading()).newestFirst(row.contributor, row.period)
                _ = try undo(versions, of: row.contributor, in: store)
                try note(row, .undone, row.reason)
                try report(row)
                _ = try endUndo(plan, row.period)
            } catch {
                environment.observer(
                    .notice(
                        "\(client)/\(row.period) \(row.contributor) is half undone and could not be ended: \(error)"))
            }
        }
    }

    /// A contributor whose withdrawal is undone is there again.
    private func endWithdrawal(undoneBy versions: [CatalogVersion], _ client: String, _ symbol: String) throws
        -> Withdrawal?
    {
        let withdrawal = try environment.ledger.withdrawals(client: client)[symbol]
        guard let withdrawal, versions.contains(where: { $0.id == withdrawal.version }) else { return nil }
        try environment.ledger.endWithdrawal(client: client, contributor: symbol)
        return withdrawal
    }

    private func restore(_ withdrawal: Withdrawal, _ client: String) throws {
        try environment.ledger.withdraw(client: client, withdrawal, now: withdrawal.made ?? environment.clock.now())
        try environment.ledger.setWithdrawn(
            client: client, contributor: withdrawal.contributor, version: withdrawal.version ?? 0)
    }

    private func note(_ row: SubmissionRow?, _ state: SubmissionState, _ reason: String) throws {
        guard let row else { return }
        try environment.ledger.set(
            client: row.client, period: row.period, contributor: row.contributor, mode: row.mode, state: state,
            reason: reason, now: environment.clock.now())
    }

    private func report(_ row: SubmissionRow) throws {
        do {
            try environment.report(
                environment.folder(client: row.client, period: row.period, contributor: row.contributor))
        } catch {
            environment.observer(.notice("the report of \(row.contributor) could not be written: \(error)"))
        }
    }

    /// Says of the update how it stands now.
    private func endUndo(_ client: ClientPlan, _ period: String) throws -> UpdateOutcome? {
        guard let update = try environment.ledger.update(client: client.name, period: period),
            let pipeline = environment.workspace.pipelines[update.pipeline]
        else { return nil }
        return try end(pipeline, client, period)
    }
}
