public import Catalog
public import Foundation

/// A contributor that was taken out of a client's database, and is neither expected nor collected.
public struct Withdrawal: Sendable, Equatable {
    public let contributor: String
    /// The day, `2026-11-25`, which the version is named after.
    public let period: String
    public let who: String
    public let reason: String
    public let made: Date?
    /// The version that took its records out; nil while that is not done, 0 where there were none.
    let version: Int?

    /// `was withdrawn on 2026-11-25 by qa: it has left the consortium`.
    public var text: String { "was withdrawn on \(period) by \(who): \(reason)" }
}

/// Contributors that were withdrawn and have not come back.
extension Ledger {
    static let withdrawalTable = """
        create table if not exists withdrawal (
            client text not null, contributor text not null, period text not null, who text not null,
            reason text not null, made text not null, version integer, primary key (client, contributor)
        ) without rowid;
        """

    /// Notes that a contributor is withdrawn; its records are taken out afterwards.
    func withdraw(client: String, _ withdrawal: Withdrawal, now: Date) throws(CatalogError) {
        let statement = try connection.prepare(
            "insert or replace into withdrawal (client, contributor, period, who, reason, made) values (?, ?, ?, ?, ?, ?)"
        )
        let values = [
            client, withdrawal.contributor, withdrawal.period, withdrawal.who, withdrawal.reason, Self.time(now),
        ]
        for (index, value) in values.enumerated() { try statement.bind(index + 1, value) }
        try statement.run()
    }

    /// - Parameter version: the version that took its records out; 0 where there were none.
    func setWithdrawn(client: String, contributor: String, version: Int) throws(CatalogError) {
        let statement = try connection.prepare("update withdrawal set version = ? where client = ? and contributor = ?")
        try statement.bind(1, version)
        try statement.bind(2, client)
        try statement.bind(3, contributor)
        try statement.run()
    }

    /// Notes that a contributor is back.
    func endWithdrawal(client: String, contributor: String) throws(CatalogError) {
        let statement = try connection.prepare("delete from withdrawal where client = ? and contributor = ?")
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        try statement.run()
    }

    /// By symbol, the contributors of a client that are withdrawn.
    public func withdrawals(client: String) throws(CatalogError) -> [String: Withdrawal] {
        let statement = try connection.prepare(
            "select contributor, period, who, reason, made, version from withdrawal where client = ?")
        try statement.bind(1, client)
        var found: [String: Withdrawal] = [:]
        while try statement.step() {
            let withdrawal = Withdrawal(
                contributor: statement.text(0) ?? "", period: statement.text(1) ?? "", who: statement.text(2) ?? "",
                reason: statement.text(3) ?? "", made: Self.date(statement.text(4)),
                version: statement.isNull(5) ? nil : statement.int(5))
            found[withdrawal.contributor] = withdrawal
        }
        return found
    }
}
