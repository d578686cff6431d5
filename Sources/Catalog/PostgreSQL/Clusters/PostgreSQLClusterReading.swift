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

    func facts(of record: Int) throws -> MatchFacts? { try facts(of: [record])[record]?.facts }

    func facts(of records: [Int]) throws -> [Int: (facts: MatchFacts, master: Int)] {
        let rows = self.rows
        try rows.expect(.rows(records))
        try rows.expect(.keys(records))
        var found: [Int: (facts: MatchFacts, master: Int)] = [:]
        for record in records {
            guard let row = try rows.row(record) else { continue }
            var facts = MatchFacts()
            facts.keys = try rows.keys(of: record)
            facts.oclc = row.oclc
            facts.level = row.level
            facts.title = row.title
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

    /// Some of those who bear what is common.
    private func bearers(of common: ClusterDoubt.Kind, _ evidence: String) throws -> [Int] {
        let most = ClusterDoubt.examples
        if common == .keyCommon { return try MatchKey(text: evidence).map { try bearers(of: $0, most: most) } ?? [] }
        let parts = evidence.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return [] }
        return try rows.bearers(ofNumber: parts[0], parts[1], most: most).map(\.record)
    }

    func forEachDoubt(_ body: (ClusterDoubt) throws -> Void) throws {
        var doubt: ClusterDoubt?
        try connection.forEachRow(
            "select kind, evidence, record from review order by kind, evidence, record"
        ) { row in
            guard let kind = ClusterDoubt.Kind(rawValue: row.text(0) ?? "") else { return }
            let evidence = row.text(1) ?? ""
            if let known = doubt, known.kind != kind || known.evidence != evidence {
                try body(known)
                doubt = nil
            }
            var next = doubt ?? ClusterDoubt(kind: kind, evidence: evidence, records: [])
            if row.int(2) != 0 { next.records.append(row.int(2)) }
            if kind.isCommon { next.records = try bearers(of: kind, evidence) }
            doubt = next
        }
        if let doubt { try body(doubt) }
    }
}
