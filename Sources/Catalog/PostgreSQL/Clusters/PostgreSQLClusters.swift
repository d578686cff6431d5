internal import MARC
internal import Update

/// Keeps a client's clusters up with its records, inside a transaction that its owner opened.
///
/// Records are put and taken as they are written; ``settle()`` then brings the clusters up to them: those that a change can
/// have touched, or all of them where much has changed. Both come to the same.
final class PostgreSQLClusters: ClusterKeeping {
    let connection: PostgreSQLConnection
    let rules: any ClusterRules
    let rows: PostgreSQLClusterRows
    private(set) var touched = ClusterTouches()
    private let writer: any MatchFactWriter
    private var isFilling = false

    init(_ connection: PostgreSQLConnection, _ rules: any ClusterRules) {
        self.connection = connection
        self.rules = rules
        rows = PostgreSQLClusterRows(connection)
        writer = rules.makeWriter()
    }

    /// The clusters that an install has to keep; nil for a client without match rules.
    ///
    /// - Throws: `CatalogRefusal` where the database's clusters were made by other rules.
    static func forInstall(_ connection: PostgreSQLConnection, _ matching: ClusterMatching) throws
        -> PostgreSQLClusters?
    {
        let stored = try PostgreSQLClusterSchema.rules(on: connection)
        guard stored != matching.rules?.text else { return matching.rules.map { PostgreSQLClusters(connection, $0) } }
        if stored == nil, let rules = matching.rules,
            try connection.number("select 1::bigint from record limit 1") == nil
        {
            try PostgreSQLClusterSchema.create(rules.text, on: connection)
            return PostgreSQLClusters(connection, rules)
        }
        throw CatalogRefusal(
            """
            the match rules are not those by which the clusters in \(connection.address.name) were made; holdfast rematch \
            CLIENT makes them anew
            """)
    }

    /// The clusters as they stand, with the rules that the database keeps; nil where its records are not matched.
    static func stored(_ connection: PostgreSQLConnection, _ matching: ClusterMatching) throws -> PostgreSQLClusters? {
        guard let text = try PostgreSQLClusterSchema.rules(on: connection) else { return nil }
        if let rules = matching.rules, rules.text == text { return PostgreSQLClusters(connection, rules) }
        return PostgreSQLClusters(connection, try matching.read(text))
    }

    /// Says that the database is empty: nothing is looked up, and indexes are made at the end.
    func beginFilling() throws {
        isFilling = true
        try connection.execute(PostgreSQLClusterSchema.dropIndexes)
    }

    /// Records of a contributor were written: added, or in the place of ones that were taken.
    func put(_ records: some Sequence<(record: Int, facts: MatchFacts)>, of contributor: Int) throws {
        for (record, facts) in records {
            let row = ClusterRow(
                master: isFilling ? record : touched.masters[record] ?? 0, contributor: contributor,
                level: facts.level, oclc: facts.oclc, title: facts.title)
            try rows.insert(record, row, facts.keys)
            if !isFilling { touched.put(record, facts.keys) }
        }
    }

    /// Records are going to be deleted or replaced; their identifiers are still there.
    func take(_ records: [Int]) throws {
        try rows.expect(.rows(records))
        try rows.expect(.keys(records))
        try rows.expect(.numbers(records))
        var matched: [Int] = []
        for record in records {
            guard let row = try rows.row(record) else { continue }
            matched.append(record)
            touched.take(
                record, try rows.keys(of: record), try rows.numbers(of: record, of: rules.numbers), master: row.master)
        }
        if !matched.isEmpty { try rows.delete(matched) }
    }

    /// Records of a contributor were brought back: what matching has to know is read from them.
    func putStored(_ stored: StoredRows, of contributor: Int) throws {
        var records: [(record: Int, facts: MatchFacts)] = []
        for (index, row) in stored.rows.rows.enumerated() where row.kind == .bibliographic {
            guard let record = stored.ids[index] else { continue }
            records.append((record, stored.rows.withBytes { facts($0.slice(row.marc), row.form) }))
        }
        try put(records, of: contributor)
    }

    /// What matching has to know of a stored record.
    func facts(_ marc: ByteView, _ form: RecordForm) -> MatchFacts {
        var columns = MatchColumns()
        guard let record = StoredRecord.read(marc, form) else { return MatchFacts() }
        record.withView { writer.append($0, to: &columns) }
        return columns.facts(0)
    }

    /// Brings the clusters and the review list up to the records.
    ///
    /// - Returns: what became of the clusters that were there.
    func settle() throws -> ClusterChanges {
        defer {
            touched = ClusterTouches()
            isFilling = false
        }
        if isFilling {
            try rows.send()
            try connection.execute(PostgreSQLClusterSchema.indexes + "analyze cluster, match_key")
            _ = try rebuild()
            return ClusterChanges()
        }
        if touched.isEmpty { return ClusterChanges() }
        if touched.isMuch(of: try rows.lastRecord()) { return try rebuild() }
        let changes = try ClusterRepair(self).run()
        try rows.finish()
        return changes
    }

    /// Makes all clusters anew, whatever was touched.
    func rebuild() throws -> ClusterChanges {
        var rebuild = try ClusterRebuild(self)
        let changes = try rebuild.run()
        try rows.finish()
        return changes
    }

    func contributors() throws -> ContributorOrder {
        var symbols: [Int: String] = [:]
        for row in try connection.query("select id, symbol from contributor") {
            symbols[row.int(0)] = row.text(1) ?? ""
        }
        return ContributorOrder(symbols, priority: rules.priority)
    }
}
