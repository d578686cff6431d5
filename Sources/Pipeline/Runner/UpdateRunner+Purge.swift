internal import Catalog
internal import Foundation
internal import Inspect
internal import Install
internal import MARC
internal import Update

/// The purge of records that have lost their last holding, where the pipeline asks for one: a version of its own for each
/// contributor concerned.
extension UpdateRunner {
    /// Purges the records of the contributors of an update. What befalls one never stops the others.
    ///
    /// - Parameter contributors: nil for all.
    /// - Returns: false where a purge failed.
    func purge(_ pipeline: PipelinePlan, _ client: ClientPlan, _ period: String, _ contributors: Set<String>? = nil)
        throws
        -> Bool
    {
        guard hasDatabase(client) else { return true }
        var isDone = true
        do {
            let store = try environment.workspace.store(of: client)
            let installed = try InstalledVersions(store.reading())
            for contributor in try environment.present(client)
            where contributors?.contains(contributor.symbol) ?? true {
                do {
                    let purge = try Purge(self, pipeline, client, contributor, period, store, installed)
                    try purge.run(isReleased: false)
                } catch {
                    isDone = false
                    environment.observer(.notice("the purge of \(contributor.symbol) failed: \(error)"))
                }
            }
        } catch {
            isDone = false
            environment.observer(.notice("the purge of \(client.name)/\(period) failed: \(error)"))
        }
        return isDone
    }

    /// Decides on a purge that is held.
    ///
    /// - Returns: false where none is.
    func decidePurge(
        _ verb: Decision.Verb, _ run: UpdateRow, _ client: ClientPlan, _ contributor: String, _ who: String,
        _ reason: String
    ) throws -> Bool {
        let rows = try environment.ledger.purges(client: client.name, period: run.period)
        guard let row = rows.first(where: { $0.contributor == contributor && $0.state == .held }) else { return false }
        try environment.ledger.record(
            verb, client: client.name, period: run.period, contributor: contributor, who: who, reason: reason,
            now: environment.clock.now())
        let submission = try submissionRun(client, run, contributor)
        let store = try environment.workspace.store(of: client)
        let purge = try Purge(
            self, submission.pipeline, client, submission.contributor, run.period, store,
            InstalledVersions(store.reading()))
        if verb == .release {
            try purge.run(isReleased: true)
        } else {
            try purge.refuse(row, "refused by \(who): \(reason)")
        }
        return true
    }

    /// Notes that the purge of a contributor was taken back, or stands after all.
    func notePurge(_ state: PurgeRow.State, _ client: String, _ period: String, _ contributor: String) throws {
        let rows = try environment.ledger.purges(client: client, period: period)
        guard var row = rows.first(where: { $0.contributor == contributor && $0.version != nil }) else { return }
        row.state = state
        try environment.ledger.set(client: client, period: period, row, now: environment.clock.now())
    }
}

/// The purge of one contributor in one update.
private struct Purge {
    let environment: RunEnvironment
    let client: ClientPlan
    let contributor: ClientPlan.Contributor
    let period: String
    let store: any CatalogStore
    let installed: InstalledVersions
    let limit: GateLimits.Limit?

    init(
        _ runner: UpdateRunner, _ pipeline: PipelinePlan, _ client: ClientPlan, _ contributor: ClientPlan.Contributor,
        _ period: String, _ store: any CatalogStore, _ installed: InstalledVersions
    ) throws {
        (environment, self.client, self.contributor) = (runner.environment, client, contributor)
        (self.period, self.store, self.installed) = (period, store, installed)
        let gates = environment.workspace.profiles[contributor.profile]?.gates
        limit = (gates?.completed(by: pipeline.gates) ?? pipeline.gates).purge?.limit
    }

    private var symbol: String { contributor.symbol }
    private var ledger: Ledger { environment.ledger }

    private func earlier() throws -> PurgeRow? {
        try ledger.purges(client: client.name, period: period).first { $0.contributor == symbol }
    }

    private func write(_ row: PurgeRow) throws {
        try ledger.set(client: client.name, period: period, row, now: environment.clock.now())
    }

    /// Purges what has lost its last holding since the last purge, or holds the purge.
    ///
    /// - Parameter isReleased: whether a person has let it on.
    func run(isReleased: Bool) throws {
        guard let newest = installed.newest(symbol) else { return }
        try noteCommitted()
        // What was undone has a mark beyond the newest version: it is not purged again.
        let mark = try ledger.purgeMark(client: client.name, contributor: symbol)
        guard newest.id > mark else { return }
        let reading = try store.reading()
        let lost = try LostHoldings(of: symbol, changedSince: mark, in: reading)
        if lost.names.isEmpty {
            if try earlier()?.state == .held {
                try ledger.removePurge(client: client.name, period: period, contributor: symbol)
            }
            return try ledger.setPurgeMark(client: client.name, contributor: symbol, version: newest.id)
        }
        let held = try reading.countRecords(of: newest.contributor, kinds: [.bibliographic])
        let measure = GateVerdict.Measure(
            gate: "purge", count: lost.names.count, of: held, limit: limit,
            what:
                "\(lost.names.count) of the contributor's \(held) records have lost their last holding and would be purged"
        )
        guard measure.isOpen || isReleased else { return try hold(lost, measure) }
        try takeOut(lost)
    }

    private func hold(_ lost: LostHoldings, _ measure: GateVerdict.Measure) throws {
        try write(
            PurgeRow(
                contributor: symbol, state: .held, records: lost.names.count, spared: lost.spared,
                message: measure.message))
        environment.observer(.notice("\(symbol): the purge is held: \(measure.message)"))
    }

    /// Nothing of what was held is purged, now or later.
    func refuse(_ row: PurgeRow, _ message: String) throws {
        var row = row
        (row.state, row.message) = (.refused, message)
        try write(row)
        guard let newest = installed.newest(symbol) else { return }
        try ledger.setPurgeMark(client: client.name, contributor: symbol, version: newest.id)
    }

    private func takeOut(_ lost: LostHoldings) throws {
        var facts = SubmissionFacts(
            contributor: symbol, contributorName: contributor.name, period: period, mode: .changes, checksum: "")
        facts.cause = .purge
        let version: CatalogVersion
        do {
            version = try RemovalRun.run(.named(lost.names), facts, store: store) {
                try RemovalProof.prove($0, lost.names)
            }
        } catch let failure as RemovalFailure {
            throw StageFailure(stage: .inspect, cause: failure.description)
        }
        try note(version, spared: lost.spared)
    }

    private func note(_ version: CatalogVersion, spared: Int) throws {
        let count = version.counts.deleted
        let row = PurgeRow(
            contributor: symbol, state: .done, records: count, spared: spared,
            message: "\(count) records that had lost their last holding were taken out"
                + (spared == 0 ? "" : ", \(spared) were left for their 856"), version: version.id)
        try write(row)
        try ledger.setPurgeMark(client: client.name, contributor: symbol, version: version.id)
        environment.observer(.notice("\(symbol): \(row.message)"))
    }

    /// Writes down a purge that was committed before the process died.
    private func noteCommitted() throws {
        let version = installed.newestFirst(symbol, period).first { $0.cause == .purge }
        guard let version, try earlier()?.version != version.id else { return }
        try note(version, spared: 0)
    }
}
