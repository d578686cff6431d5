public import Catalog
public import Foundation
public import Update

/// Which attempt of which stage of which submission.
public struct AttemptKey: Sendable, Equatable {
    public let client: String
    public let period: String
    public let contributor: String
    public let stage: StageName
    public let number: Int
    public let started: Date
}

/// One attempt as the ledger knows it.
public struct AttemptRow: Sendable, Equatable {
    public let contributor: String
    public let stage: String
    public let number: Int
    /// `running`, `done`, `failed` or `lost`.
    public let state: String
    public let profile: String
    public let started: Date?
    public let ended: Date?
    /// Why it failed.
    public let cause: String?
}

extension Ledger {
    public func begin(_ key: AttemptKey, profile: String) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            insert into attempt (client, period, contributor, stage, number, state, profile, started)
            values (?, ?, ?, ?, ?, 'running', ?, ?)
            """)
        try bind(key, to: statement, from: 1)
        try statement.bind(6, profile)
        try statement.bind(7, Self.time(key.started))
        try statement.run()
    }

    /// - Parameter cause: why it failed; nil for an attempt that succeeded.
    public func end(_ key: AttemptKey, cause: String?, now: Date) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            update attempt set state = ?6, ended = ?7, cause = ?8
            where client = ?1 and period = ?2 and contributor = ?3 and stage = ?4 and number = ?5 and started = ?9
            """)
        try bind(key, to: statement, from: 1)
        try statement.bind(6, cause == nil ? "done" : "failed")
        try statement.bind(7, Self.time(now))
        try statement.bind(8, cause)
        try statement.bind(9, Self.time(key.started))
        try statement.run()
    }

    /// Marks what a process that died has left as running; the caller holds the client's lock, so nobody else runs it.
    ///
    /// - Returns: the updates that were found so.
    @discardableResult
    public func markLost(client: String, now: Date) throws(CatalogError) -> [UpdateRow] {
        let lost = try updates(client: client).filter { $0.state == .running }
        let statement = try connection.prepare(
            "update attempt set state = 'lost', ended = ? where client = ? and state = 'running'")
        try statement.bind(1, Self.time(now))
        try statement.bind(2, client)
        try statement.run()
        for row in lost { try end(client: client, period: row.period, state: .lost, now: now) }
        return lost
    }

    /// The attempts of an update, by contributor, stage and number.
    public func attempts(client: String, period: String) throws(CatalogError) -> [AttemptRow] {
        let statement = try connection.prepare(
            """
            select contributor, stage, number, state, profile, started, ended, cause from attempt
            where client = ? and period = ? order by contributor, started, number
            """)
        try statement.bind(1, client)
        try statement.bind(2, period)
        var rows: [AttemptRow] = []
        while try statement.step() {
            rows.append(
                AttemptRow(
                    contributor: statement.text(0) ?? "", stage: statement.text(1) ?? "", number: statement.int(2),
                    state: statement.text(3) ?? "", profile: statement.text(4) ?? "",
                    started: Self.date(statement.text(5)),
                    ended: Self.date(statement.text(6)), cause: statement.text(7)))
        }
        return rows
    }

    private func bind(_ key: AttemptKey, to statement: SQLiteStatement, from index: Int) throws(CatalogError) {
        try statement.bind(index, key.client)
        try statement.bind(index + 1, key.period)
        try statement.bind(index + 2, key.contributor)
        try statement.bind(index + 3, key.stage.rawValue)
        try statement.bind(index + 4, key.number)
    }
}
