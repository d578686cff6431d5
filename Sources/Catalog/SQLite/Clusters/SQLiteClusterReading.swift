internal import MARC
internal import Update

/// Asks an SQLite file about its clusters.
final class SQLiteClusterReading: ClusterReading {
    let rules: String
    private let connection: SQLiteConnection
    private let rows: SQLiteClusterRows

    /// nil where the database's records are not matched.
    init?(_ connection: SQLiteConnection) throws(CatalogError) {
        guard let rules = try SQLiteClusterSchema.rules(on: connection) else { return nil }
        self.rules = rules
        self.connection = connection
        rows = try SQLiteClusterRows(connection)
    }

    func cluster(of record: Int) throws -> [Int] {
        guard let master = try master(of: record) else { return [] }
        return [master] + (try rows.cluster(master).filter { $0 != master })
    }

    func master(of record: Int) throws -> Int? { try rows.row(record)?.master }

    func forEachMaster(_ body: (_ record: Int, _ master: Int) throws -> Void) throws {
        let select = try connection.prepare("select record, master from cluster order by record")
        while try select.step() { try body(select.int(0), select.int(1)) }
    }

    func facts(of record: Int) throws -> MatchFacts? { try rows.facts(of: record) }

    func bearers(of key: MatchKey, most: Int) throws -> [Int] { try rows.bearers(of: key, most: most) }

    func countClusters(of contributor: Int?) throws -> Int {
        guard let contributor else {
            return try connection.number("select count(*) from cluster where record = master") ?? 0
        }
        return try connection.number("select count(distinct master) from cluster where contributor = \(contributor)")
            ?? 0
    }

    func forEachDoubt(_ body: (ClusterDoubt) throws -> Void) throws {
        var doubts = DoubtGathering()
        try connection.each(DoubtGathering.query) { row in try doubts.take(row, rows, body) }
        try doubts.finish(body)
    }
}
