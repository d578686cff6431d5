public import Catalog
internal import Foundation

/// What an update's purge came to for one contributor.
public struct PurgeRow: Sendable, Equatable, Encodable {
    public enum State: String, Sendable, Encodable {
        case done, held, refused, undone
    }

    public let contributor: String
    public var state: State
    /// Records that had lost their last holding.
    public var records: Int
    /// Records left for their 856.
    public var spared: Int
    /// What was done or why nothing was, in one sentence.
    public var message: String
    /// The version; nil while there is none.
    public var version: Int?
}

/// The purges of updates, and up to which version of each contributor they have looked.
extension Ledger {
    static let purgeTables = """
        create table if not exists purge (
            client text not null, period text not null, contributor text not null, state text not null,
            records integer not null, spared integer not null, message text not null, version integer,
            changed text not null, primary key (client, period, contributor)
        ) without rowid;
        create table if not exists purge_mark (
            client text not null, contributor text not null, version integer not null, primary key (client, contributor)
        ) without rowid;
        """

    func set(client: String, period: String, _ purge: PurgeRow, now: Date) throws(CatalogError) {
        let statement = try connection.prepare("insert or replace into purge values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (index, text) in [client, period, purge.contributor, purge.state.rawValue].enumerated() {
            try statement.bind(index + 1, text)
        }
        try statement.bind(5, purge.records)
        try statement.bind(6, purge.spared)
        try statement.bind(7, purge.message)
        try statement.bind(8, purge.version)
        try statement.bind(9, Self.time(now))
        try statement.run()
    }

    func removePurge(client: String, period: String, contributor: String) throws(CatalogError) {
        let statement = try connection.prepare("delete from purge where client = ? and period = ? and contributor = ?")
        for (index, text) in [client, period, contributor].enumerated() { try statement.bind(index + 1, text) }
        try statement.run()
    }

    /// The purges of an update, in the order of their contributors.
    public func purges(client: String, period: String) throws(CatalogError) -> [PurgeRow] {
        let statement = try connection.prepare(
            """
            select contributor, state, records, spared, message, version from purge where client = ? and period = ?
            order by contributor
            """)
        try statement.bind(1, client)
        try statement.bind(2, period)
        var rows: [PurgeRow] = []
        while try statement.step() {
            guard let state = PurgeRow.State(rawValue: statement.text(1) ?? "") else { continue }
            rows.append(
                PurgeRow(
                    contributor: statement.text(0) ?? "", state: state, records: statement.int(2),
                    spared: statement.int(3), message: statement.text(4) ?? "",
                    version: statement.isNull(5) ? nil : statement.int(5)))
        }
        return rows
    }

    /// The version of a contributor up to which purges have looked; 0 where none has.
    func purgeMark(client: String, contributor: String) throws(CatalogError) -> Int {
        let statement = try connection.prepare("select version from purge_mark where client = ? and contributor = ?")
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        return try statement.step() ? statement.int(0) : 0
    }

    func setPurgeMark(client: String, contributor: String, version: Int) throws(CatalogError) {
        let statement = try connection.prepare("insert or replace into purge_mark values (?, ?, ?)")
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        try statement.bind(3, version)
        try statement.run()
    }
}
