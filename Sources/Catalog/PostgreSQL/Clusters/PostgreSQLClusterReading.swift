internal import MARC
internal import Update

/// Asks a schema about its clusters.
final class PostgreSQLClusterReading: ClusterReading {
    let rules: String
    private let connection: PostgreSQLConnection

    /// nil where the database's records are not matched.
    init?(_ connection: PostgreSQLConnection) throws {
        guard let rules = try PostgreSQLClusterSchema.rules(on: connection) else { return nil }
        self.rules = rules
        self.connection = connection
    }

    /// Asked anew each time, for an install writes meanwhile.
    private var rows: PostgreSQLClusterRows { PostgreSQLClusterRows(connection) }

    func cluster(of record: Int) throws -> [Int] {
        guard let master = try master(of: record) else { return [] }
        return [master] + (try rows.cluster(master).filter { $0 != master })
    }

    func master(of record: Int) throws -> Int? {
        try connection.number("select master from cluster where record = $1", [.int(record)])
    }

    func forEachMaster(_ body: (_ record: Int, _ master: Int) throws -> Void) throws {
        try connection.forEachRow("select record, master from cluster order by record") { row in
            try body(row.int(0), row.int(1))
        }
    }

    func facts(of record: Int) throws -> MatchFacts? { try rows.facts(of: record) }

    func facts(of records: [Int]) throws -> [Int: (facts: MatchFacts, master: Int)] {
        let rows = self.rows
        try rows.expect(.rows(records))
        try rows.expect(.keys(records))
        var found: [Int: (facts: MatchFacts, master: Int)] = [:]
        for record in records {
            guard let row = try rows.row(record), let facts = try rows.facts(of: record) else { continue }
            found[record] = (facts, row.master)
        }
        return found
    }

    func bearers(of key: MatchKey, most: Int) throws -> [Int] { try rows.bearers(of: key, most: most) }

    func bearers(of keys: [MatchKey], most: Int) throws -> [MatchKey: [Int]] {
        let rows = self.rows
        try rows.expect(.bearers(keys, most: most))
        var found: [MatchKey: [Int]] = [:]
        for key in keys { found[key] = try rows.bearers(of: key, most: most) }
        return found
    }

    func countClusters(of contributor: Int?) throws -> Int {
        guard let contributor else {
            return try connection.number("select count(*) from cluster where record = master") ?? 0
        }
        return try connection.number(
            "select count(distinct master) from cluster where contributor = $1", [.int(contributor)]) ?? 0
    }

    func forEachDoubt(_ body: (ClusterDoubt) throws -> Void) throws {
        var doubts = DoubtGathering()
        try connection.each(DoubtGathering.query) { row in try doubts.take(row, rows, body) }
        try doubts.finish(body)
    }
}
