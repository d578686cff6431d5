public import Catalog
public import Foundation

/// How an update stands.
public enum UpdateState: String, Sendable {
    case running, done, held, failed
    /// Its process died; the next `tick` takes it up.
    case lost
}

/// How a submission stands.
public enum SubmissionState: String, Sendable {
    /// A stage is at work, or was when the process died.
    case working
    case held
    /// Ready, behind an earlier submission of the same contributor that is held.
    case waiting
    case installed
    case refused
    case superseded
    /// A person takes its version back; where the process died meanwhile, whoever works on the client next ends it.
    case undoing
    /// Its version was taken back; only `rerun` installs it again.
    case undone
    case failed
}

/// One update as the ledger knows it.
public struct UpdateRow: Sendable, Equatable {
    public let client: String
    public let period: String
    public let pipeline: String
    public let state: UpdateState
    public let started: Date?
    public let ended: Date?

    /// `CLIENT/PERIOD`, as commands take it.
    public var run: String { "\(client)/\(period)" }
}

/// One submission as the ledger knows it.
public struct SubmissionRow: Sendable, Equatable {
    public let client: String
    public let period: String
    public let contributor: String
    public let mode: String
    public let state: SubmissionState
    /// Why it is held, waits, was refused, undone or failed; else empty.
    public let reason: String
}

extension Ledger {
    public func begin(client: String, period: String, pipeline: String, now: Date) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            insert into update_run (client, period, pipeline, state, started) values (?, ?, ?, 'running', ?)
            on conflict do update set state = 'running', ended = null
            """)
        try statement.bind(1, client)
        try statement.bind(2, period)
        try statement.bind(3, pipeline)
        try statement.bind(4, Self.time(now))
        try statement.run()
    }

    public func end(client: String, period: String, state: UpdateState, now: Date) throws(CatalogError) {
        let statement = try connection.prepare(
            "update update_run set state = ?, ended = ? where client = ? and period = ?")
        try statement.bind(1, state.rawValue)
        try statement.bind(2, Self.time(now))
        try statement.bind(3, client)
        try statement.bind(4, period)
        try statement.run()
    }

    /// Updates, the newest first; of one client or of all.
    public func updates(client: String? = nil) throws(CatalogError) -> [UpdateRow] {
        let statement = try connection.prepare(
            """
            select client, period, pipeline, state, started, ended from update_run
            where ?1 is null or client = ?1 order by started desc, client, period
            """)
        try statement.bind(1, client)
        var rows: [UpdateRow] = []
        while try statement.step() {
            rows.append(
                UpdateRow(
                    client: statement.text(0) ?? "", period: statement.text(1) ?? "", pipeline: statement.text(2) ?? "",
                    state: UpdateState(rawValue: statement.text(3) ?? "") ?? .failed,
                    started: Self.date(statement.text(4)),
                    ended: Self.date(statement.text(5))))
        }
        return rows
    }

    public func update(client: String, period: String) throws(CatalogError) -> UpdateRow? {
        try updates(client: client).first { $0.period == period }
    }

    public func set(
        client: String, period: String, contributor: String, mode: String, state: SubmissionState, reason: String = "",
        now: Date
    ) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            insert into submission (client, period, contributor, mode, state, reason, changed) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do update set mode = excluded.mode, state = excluded.state, reason = excluded.reason,
            changed = excluded.changed where state <> excluded.state or reason <> excluded.reason or mode <> excluded.mode
            """)
        for (index, value) in [client, period, contributor, mode, state.rawValue, reason, Self.time(now)].enumerated() {
            try statement.bind(index + 1, value)
        }
        try statement.run()
    }

    /// Takes back that a submission was begun: nothing came of it.
    func removeSubmission(client: String, period: String, contributor: String) throws(CatalogError) {
        let statement = try connection.prepare(
            "delete from submission where client = ? and period = ? and contributor = ?")
        for (index, value) in [client, period, contributor].enumerated() { try statement.bind(index + 1, value) }
        try statement.run()
    }

    /// Submissions in the order of their periods' updates and of their contributors' symbols.
    public func submissions(client: String, period: String? = nil, contributor: String? = nil) throws(CatalogError)
        -> [SubmissionRow]
    {
        let statement = try connection.prepare(
            """
            select s.client, s.period, s.contributor, s.mode, s.state, s.reason from submission s
            left join update_run u on u.client = s.client and u.period = s.period
            where s.client = ?1 and (?2 is null or s.period = ?2) and (?3 is null or s.contributor = ?3)
            order by u.started, s.period, s.contributor
            """)
        try statement.bind(1, client)
        try statement.bind(2, period)
        try statement.bind(3, contributor)
        var rows: [SubmissionRow] = []
        while try statement.step() {
            rows.append(
                SubmissionRow(
                    client: statement.text(0) ?? "", period: statement.text(1) ?? "",
                    contributor: statement.text(2) ?? "",
                    mode: statement.text(3) ?? "", state: SubmissionState(rawValue: statement.text(4) ?? "") ?? .failed,
                    reason: statement.text(5) ?? ""))
        }
        return rows
    }
}
