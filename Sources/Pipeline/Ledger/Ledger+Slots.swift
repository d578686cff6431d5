public import Catalog
public import Foundation

/// A slot of a schedule as the ledger keeps it, made once and never moved.
public struct SlotRow: Sendable, Equatable {
    public let client: String
    public let pipeline: String
    public let period: String
    public let due: Date
    public let deadline: Date
    /// `due`, `done` or `skipped`.
    public let state: String
    /// Why it was skipped.
    public let reason: String
    /// When the alarm for its deadline was raised; nil while it was not.
    public let alarmed: Date?
}

extension Ledger {
    /// Since when a pipeline's schedule stands as it does for a client. A schedule that is new or has changed stands since
    /// `now`, so that no past slot becomes due.
    public func scheduleSince(client: String, pipeline: String, schedule: String, now: Date) throws(CatalogError)
        -> Date
    {
        let find = try connection.prepare("select schedule, since from schedule_seen where client = ? and pipeline = ?")
        try find.bind(1, client)
        try find.bind(2, pipeline)
        if try find.step(), find.text(0) == schedule, let since = Self.date(find.text(1)) { return since }
        find.reset()
        let statement = try connection.prepare(
            """
            insert into schedule_seen (client, pipeline, schedule, since) values (?, ?, ?, ?)
            on conflict do update set schedule = excluded.schedule, since = excluded.since
            """)
        for (index, value) in [client, pipeline, schedule, Self.time(now)].enumerated() {
            try statement.bind(index + 1, value)
        }
        try statement.run()
        return now
    }

    /// Adds a slot; one that is there stays as it is.
    public func add(_ slot: ScheduledSlot, client: String, pipeline: String, state: String, reason: String = "")
        throws(CatalogError)
    {
        let statement = try connection.prepare(
            """
            insert or ignore into slot (client, pipeline, period, due, deadline, state, reason) values (?, ?, ?, ?, ?, ?, ?)
            """)
        let values = [
            client, pipeline, slot.period, Self.time(slot.due), Self.time(slot.deadline), state, reason,
        ]
        for (index, value) in values.enumerated() { try statement.bind(index + 1, value) }
        try statement.run()
    }

    public func setSlot(client: String, pipeline: String, period: String, state: String) throws(CatalogError) {
        let statement = try connection.prepare(
            "update slot set state = ? where client = ? and pipeline = ? and period = ?")
        for (index, value) in [state, client, pipeline, period].enumerated() { try statement.bind(index + 1, value) }
        try statement.run()
    }

    /// Notes that the alarm for a slot's deadline has been raised.
    ///
    /// - Returns: false where it had been raised before.
    public func raiseAlarm(_ slot: SlotRow, now: Date) throws(CatalogError) -> Bool {
        let statement = try connection.prepare(
            """
            update slot set alarmed = ? where client = ? and pipeline = ? and period = ? and alarmed is null
            """)
        for (index, value) in [Self.time(now), slot.client, slot.pipeline, slot.period].enumerated() {
            try statement.bind(index + 1, value)
        }
        try statement.run()
        return connection.changes == 1
    }

    /// Notes that the alarm for a delivery that is overdue has been raised.
    ///
    /// - Returns: false where it had been raised before.
    func raiseDeliveryAlarm(
        client: String, pipeline: String, period: String, contributor: String, now: Date
    ) throws(CatalogError) -> Bool {
        let statement = try connection.prepare("insert or ignore into delivery_alarm values (?, ?, ?, ?, ?)")
        for (index, value) in [client, pipeline, period, contributor, Self.time(now)].enumerated() {
            try statement.bind(index + 1, value)
        }
        try statement.run()
        return connection.changes == 1
    }

    /// The slots of a client, or of all, in the order in which they fall due.
    public func slots(client: String? = nil) throws(CatalogError) -> [SlotRow] {
        let statement = try connection.prepare(
            """
            select client, pipeline, period, due, deadline, state, reason, alarmed from slot
            where ?1 is null or client = ?1 order by due, client, pipeline
            """)
        try statement.bind(1, client)
        var rows: [SlotRow] = []
        while try statement.step() {
            guard let due = Self.date(statement.text(3)), let deadline = Self.date(statement.text(4)) else { continue }
            rows.append(
                SlotRow(
                    client: statement.text(0) ?? "", pipeline: statement.text(1) ?? "", period: statement.text(2) ?? "",
                    due: due, deadline: deadline, state: statement.text(5) ?? "", reason: statement.text(6) ?? "",
                    alarmed: Self.date(statement.text(7))))
        }
        return rows
    }
}
