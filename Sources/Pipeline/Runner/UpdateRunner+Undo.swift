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
    ///   - who: who decides; kept with the reason.
    ///   - reason: must not be empty.
    /// - Throws: `RunRefusal` before anything is undone, where nothing is installed or a later version of a contributor stands
    ///   on it; `StageFailure` where inspect finds that the database would not be as before; what the store throws. What
    ///   was undone before stays undone.
    public func undo(
        _ client: ClientPlan, period: String, contributors: Set<String>? = nil, who: String, reason: String
    ) throws -> [UndoneVersion] {
        try Self.require(reason)
        let lock = try environment.lock(client.name, purpose: "undo \(client.name)/\(period)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        let store = try environment.workspace.store(of: client)
        let installed = try InstalledVersions(store.reading())
        let chosen = try installed.choose(of: client, period, contributors)
        var undone: [UndoneVersion] = []
        defer { _ = try? endUndo(client, period) }
        for (symbol, versions) in chosen {
            let text = "undone by \(who): \(reason)"
            let row = try environment.ledger.submissions(client: client.name, period: period, contributor: symbol).first
            try environment.ledger.record(
                .undo, client: client.name, period: period, contributor: symbol, who: who, reason: reason,
                now: environment.clock.now())
            try note(row, .undoing, text)
            do {
                undone += try undo(versions, of: symbol, in: store)
            } catch {
                if let row { try? note(row, row.state, row.reason) }
                throw error
            }
            try note(row, .undone, text)
            if let row { try report(row) }
            environment.observer(.submissionEnded(contributor: symbol, state: .undone, reason: text))
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
                    .notice("\(client)/\(row.period) \(row.contributor) is half undone and could not be ended: \(error)"))
            }
        }
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

/// The versions that stand in a client's database, by their contributors' symbols.
private struct InstalledVersions {
    private let symbols: [Int: String]
    private let versions: [CatalogVersion]

    init(_ reading: any CatalogReading) throws {
        symbols = Dictionary(try reading.contributors().map { ($0.id, $0.symbol) }, uniquingKeysWith: { $1 })
        versions = try reading.versions()
    }

    func newestFirst(_ symbol: String, _ period: String) -> [CatalogVersion] {
        versions.reversed().filter { symbols[$0.contributor] == symbol && $0.period == period }
    }

    /// What is to be undone: each contributor with its versions of the period, the newest first.
    ///
    /// - Throws: `RunRefusal` where there is nothing, or something stands on it.
    func choose(of client: ClientPlan, _ period: String, _ contributors: Set<String>?) throws
        -> [(String, [CatalogVersion])]
    {
        let run = "\(client.name)/\(period)"
        let there = Set(versions.filter { $0.period == period }.compactMap { symbols[$0.contributor] })
        if there.isEmpty {
            let periods = Set(versions.compactMap { symbols[$0.contributor] == nil ? nil : $0.period }).sorted()
            throw RunRefusal(
                "nothing of \(run) stands in the database, so there is nothing to undo; "
                    + (periods.isEmpty ? "it holds nothing" : "it holds versions of \(periods.joined(separator: ", "))"))
        }
        for symbol in (contributors ?? []).sorted() where !there.contains(symbol) {
            throw RunRefusal(
                "nothing that \(symbol) sent for \(run) stands in the database, so there is nothing to undo; what stands is "
                    + "of \(there.sorted().joined(separator: ", "))")
        }
        let chosen = (contributors ?? there).sorted().map { ($0, newestFirst($0, period)) }
        for (symbol, own) in chosen { try refuseLater(symbol, own, client.name) }
        return chosen
    }

    private func refuseLater(_ symbol: String, _ own: [CatalogVersion], _ client: String) throws {
        guard let oldest = own.last else { return }
        let later = versions.reversed().filter {
            $0.contributor == oldest.contributor && $0.id > oldest.id && $0.period != oldest.period
        }
        guard let newest = later.first else { return }
        var periods: [String] = []
        for version in later where !periods.contains(version.period) { periods.append(version.period) }
        throw RunRefusal(
            "\(client)/\(oldest.period) of \(symbol) is not its newest version: \(periods.joined(separator: ", ")) "
                + "\(periods.count == 1 ? "stands" : "stand") on it; undo the newest first: holdfast undo "
                + "\(client)/\(newest.period) --contributor \(symbol) --reason TEXT")
    }
}
