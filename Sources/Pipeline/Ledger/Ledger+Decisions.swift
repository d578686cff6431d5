public import Catalog
public import Foundation

/// What a person decided about a held submission.
public struct Decision: Sendable, Equatable {
    /// `release` or `refuse`.
    public let verb: String
    public let contributor: String
    public let who: String
    public let reason: String
    public let made: Date?
}

extension Ledger {
    public func record(
        _ verb: String, client: String, period: String, contributor: String, who: String, reason: String, now: Date
    ) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            insert into decision (client, period, contributor, verb, who, reason, made) values (?, ?, ?, ?, ?, ?, ?)
            """)
        for (index, value) in [client, period, contributor, verb, who, reason, Self.time(now)].enumerated() {
            try statement.bind(index + 1, value)
        }
        try statement.run()
    }

    /// The decisions about an update, in the order in which they were made.
    public func decisions(client: String, period: String) throws(CatalogError) -> [Decision] {
        let statement = try connection.prepare(
            "select verb, contributor, who, reason, made from decision where client = ? and period = ? order by id")
        try statement.bind(1, client)
        try statement.bind(2, period)
        var rows: [Decision] = []
        while try statement.step() {
            rows.append(
                Decision(
                    verb: statement.text(0) ?? "", contributor: statement.text(1) ?? "", who: statement.text(2) ?? "",
                    reason: statement.text(3) ?? "", made: Self.date(statement.text(4))))
        }
        return rows
    }
}
