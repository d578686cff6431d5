internal import Catalog
internal import Foundation
internal import Inspect
internal import Install
internal import Update

/// Taking a contributor out of a client's database, and taking it up again.
extension UpdateRunner {
    /// Takes all records of a contributor out of the database, as a version that can be undone. From then on the contributor
    /// is neither expected nor collected.
    ///
    /// - Parameters:
    ///   - symbol: a contributor of the client's file or of its database.
    ///   - who: who decides; kept with the reason.
    ///   - reason: must not be empty.
    /// - Throws: `RunRefusal` before anything is done; `StageFailure` where inspect finds that something else would change.
    public func withdraw(_ client: ClientPlan, _ symbol: String, who: String, reason: String) throws
        -> WithdrawalAccount
    {
        try Self.require(reason)
        let lock = try environment.lock(client.name, purpose: "withdraw \(client.name) \(symbol)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        try checkWithdrawal(client, symbol)
        let now = environment.clock.now()
        let withdrawal = Withdrawal(
            contributor: symbol, period: Self.day(now), who: who, reason: reason, made: now, version: nil)
        let store = try environment.workspace.store(of: client)
        let superseded = try pending(client, symbol)
        try environment.ledger.record(
            .withdraw, client: client.name, period: withdrawal.period, contributor: symbol, who: who, reason: reason,
            now: now)
        try environment.ledger.withdraw(client: client.name, withdrawal, now: now)
        do {
            let account = try takeOut(client, withdrawal, store, superseded)
            try supersede(superseded, withdrawal)
            return account
        } catch {
            try? environment.ledger.endWithdrawal(client: client.name, contributor: symbol)
            throw error
        }
    }

    /// What ``withdraw(_:_:who:reason:)`` would do, without changing anything.
    public func planWithdrawal(_ client: ClientPlan, _ symbol: String) throws -> WithdrawalAccount {
        let lock = try environment.lock(client.name, purpose: "plan the withdrawal of \(symbol)")
        defer { withExtendedLifetime(lock) {} }
        try checkWithdrawal(client, symbol)
        let store = try environment.workspace.store(of: client)
        let superseded = try pending(client, symbol).map(\.run)
        guard try store.reading().contributor(symbol) != nil else {
            return WithdrawalAccount(symbol, superseded: superseded)
        }
        var account: WithdrawalAccount?
        try RemovalRun.rehearse(
            .all, facts(client, symbol, Self.day(environment.clock.now())), store: store
        ) { account = try WithdrawalAccount(symbol, $0, superseded: superseded) }
        return account ?? WithdrawalAccount(symbol, superseded: superseded)
    }

    /// Takes a contributor up again that was withdrawn: its deliveries are expected and collected, and its records come with
    /// them.
    public func readmit(_ client: ClientPlan, _ symbol: String, who: String, reason: String) throws {
        try Self.require(reason)
        let lock = try environment.lock(client.name, purpose: "readmit \(client.name) \(symbol)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        guard try environment.ledger.withdrawals(client: client.name)[symbol] != nil else {
            let others = try environment.ledger.withdrawals(client: client.name).keys.sorted()
            throw RunRefusal(
                "\(symbol) is not withdrawn from \(client.name)"
                    + (others.isEmpty ? ", and nobody is" : "; \(others.joined(separator: ", ")) is"))
        }
        let now = environment.clock.now()
        try environment.ledger.record(
            .readmit, client: client.name, period: Self.day(now), contributor: symbol, who: who, reason: reason,
            now: now)
        try environment.ledger.endWithdrawal(client: client.name, contributor: symbol)
    }

    /// Ends withdrawals that a process that died has left without a version.
    func finishWithdrawals(_ client: String) throws {
        guard let plan = environment.workspace.clients[client] else { return }
        for withdrawal in try environment.ledger.withdrawals(client: client).values where withdrawal.version == nil {
            do {
                let superseded = try pending(plan, withdrawal.contributor)
                _ = try takeOut(plan, withdrawal, environment.workspace.store(of: plan), superseded)
                try supersede(superseded, withdrawal)
            } catch {
                environment.observer(
                    .notice("the withdrawal of \(withdrawal.contributor) from \(client) could not be ended: \(error)"))
            }
        }
    }

    private func takeOut(
        _ client: ClientPlan, _ withdrawal: Withdrawal, _ store: any CatalogStore, _ superseded: [SubmissionRow]
    ) throws -> WithdrawalAccount {
        let symbol = withdrawal.contributor
        var account = WithdrawalAccount(symbol, superseded: superseded.map(\.run))
        let reading = try store.reading()
        if let number = try reading.contributor(symbol), try reading.sums()[number]?.records.rows ?? 0 > 0 {
            do {
                let version = try RemovalRun.run(.all, facts(client, symbol, withdrawal.period), store: store) { open in
                    try RemovalProof.prove(open, nil)
                    account = try WithdrawalAccount(symbol, open, superseded: superseded.map(\.run))
                }
                account.version = version.id
            } catch let failure as RemovalFailure {
                throw StageFailure(stage: .inspect, cause: failure.description)
            } catch let refusal as CatalogRefusal {
                throw RunRefusal(refusal.description)
            }
        }
        try environment.ledger.setWithdrawn(
            client: client.name, contributor: symbol, version: account.version ?? 0)
        return account
    }

    private func facts(_ client: ClientPlan, _ symbol: String, _ period: String) -> SubmissionFacts {
        let name = client.contributors.first { $0.symbol == symbol }?.name
        var facts = SubmissionFacts(
            contributor: symbol, contributorName: name ?? symbol, period: period, mode: .full, checksum: "")
        facts.cause = .withdrawal
        return facts
    }

    private func checkWithdrawal(_ client: ClientPlan, _ symbol: String) throws {
        if let earlier = try environment.ledger.withdrawals(client: client.name)[symbol] {
            throw RunRefusal("\(symbol) \(earlier.text)")
        }
        if client.contributors.contains(where: { $0.symbol == symbol }) { return }
        let held = try environment.workspace.store(of: client).reading().contributors().map(\.symbol)
        if !held.contains(symbol) { try check([symbol], of: client) }
    }

    /// The contributor's submissions that could still be installed.
    private func pending(_ client: ClientPlan, _ symbol: String) throws -> [SubmissionRow] {
        try environment.ledger.submissions(client: client.name, contributor: symbol).filter {
            [.held, .waiting, .failed, .working].contains($0.state)
        }
    }

    private func supersede(_ rows: [SubmissionRow], _ withdrawal: Withdrawal) throws {
        for row in rows {
            try environment.ledger.set(
                client: row.client, period: row.period, contributor: row.contributor, mode: row.mode,
                state: .superseded,
                reason: "the contributor \(withdrawal.text)", now: environment.clock.now())
        }
    }

    static func day(_ now: Date) -> String { String(ISO8601DateFormatter().string(from: now).prefix(10)) }
}

extension SubmissionRow {
    /// `CLIENT/PERIOD`, as commands take it.
    var run: String { "\(client)/\(period)" }
}

extension RunEnvironment {
    /// The contributors of a client that are there: those that are withdrawn are neither expected nor collected.
    func present(_ client: ClientPlan) throws -> [ClientPlan.Contributor] {
        let withdrawn = try ledger.withdrawals(client: client.name)
        return withdrawn.isEmpty ? client.contributors : client.contributors.filter { withdrawn[$0.symbol] == nil }
    }

    /// - Throws: `RunRefusal` where the contributor is withdrawn.
    func refuseWithdrawn(_ symbol: String, of client: ClientPlan) throws {
        guard let withdrawal = try ledger.withdrawals(client: client.name)[symbol] else { return }
        throw RunRefusal(
            "\(symbol) \(withdrawal.text); holdfast readmit \(client.name) \(symbol) --reason TEXT takes it up again, holdfast "
                + "undo \(client.name)/\(withdrawal.period) --contributor \(symbol) --reason TEXT brings its records back too"
        )
    }
}
