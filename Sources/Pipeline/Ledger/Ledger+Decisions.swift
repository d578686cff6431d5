public import Catalog
public import Foundation

/// What a person decided about a submission.
public struct Decision: Sendable, Equatable {
    /// What was decided, as the command is called.
    public enum Verb: String, Sendable {
        case release, refuse, undo, withdraw, readmit

        /// As in `released by qa`.
        public var past: String {
            switch self {
            case .release: "released"
            case .refuse: "refused"
            case .undo: "undone"
            case .withdraw: "withdrawn"
            case .readmit: "readmitted"
            }
        }
    }

    public let verb: Verb
    public let contributor: String
    public let who: String
    public let reason: String
    public let made: Date?
}

extension Ledger {
    public func record(
        _ verb: Decision.Verb, client: String, period: String, contributor: String, who: String, reason: String,
        now: Date
    ) throws(CatalogError) {
        let statement = try connection.prepare(
            """
            insert into decision (client, period, contributor, verb, who, reason, made) values (?, ?, ?, ?, ?, ?, ?)
            """)
        for (index, value) in [client, period, contributor, verb.rawValue, who, reason, Self.time(now)].enumerated() {
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
            guard let verb = Decision.Verb(rawValue: statement.text(0) ?? "") else { continue }
            rows.append(
                Decision(
                    verb: verb, contributor: statement.text(1) ?? "", who: statement.text(2) ?? "",
                    reason: statement.text(3) ?? "", made: Self.date(statement.text(4))))
        }
        return rows
    }
}
