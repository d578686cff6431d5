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

    func facts(of record: Int) throws -> MatchFacts? {
        guard let row = try rows.row(record) else { return nil }
        var facts = MatchFacts()
        facts.keys = try rows.keys(of: record)
        facts.oclc = row.oclc
        facts.level = row.level
        facts.title = row.title
        return facts
    }

    func bearers(of key: MatchKey, most: Int) throws -> [Int] { try rows.bearers(of: key, most: most) }

    func countClusters(of contributor: Int?) throws -> Int {
        guard let contributor else {
            return try connection.number("select count(*) from cluster where record = master") ?? 0
        }
        return try connection.number("select count(distinct master) from cluster where contributor = \(contributor)")
            ?? 0
    }

    /// Some of those who bear what is common.
    private func bearers(of common: ClusterDoubt.Kind, _ evidence: String) throws -> [Int] {
        let most = ClusterDoubt.examples
        if common == .keyCommon { return try MatchKey(text: evidence).map { try bearers(of: $0, most: most) } ?? [] }
        let parts = evidence.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return [] }
        let select = try connection.prepare(
            """
            select i.record from identifier i join cluster c on c.record = i.record
            where i.value = ?1 and i.type = ?2 order by i.record limit \(most)
            """)
        try select.bind(1, parts[1])
        try select.bind(2, parts[0])
        var records: [Int] = []
        while try select.step() { records.append(select.int(0)) }
        return records
    }

    func forEachDoubt(_ body: (ClusterDoubt) throws -> Void) throws {
        let select = try connection.prepare("select kind, evidence, record from review order by kind, evidence, record")
        var doubt: ClusterDoubt?
        while try select.step() {
            guard let kind = ClusterDoubt.Kind(rawValue: select.text(0) ?? "") else { continue }
            let evidence = select.text(1) ?? ""
            if let known = doubt, known.kind != kind || known.evidence != evidence {
                try body(known)
                doubt = nil
            }
            var next = doubt ?? ClusterDoubt(kind: kind, evidence: evidence, records: [])
            if select.int(2) != 0 { next.records.append(select.int(2)) }
            if kind.isCommon { next.records = try bearers(of: kind, evidence) }
            doubt = next
        }
        if let doubt { try body(doubt) }
    }
}
