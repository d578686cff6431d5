internal import MARC
internal import Update

/// Keeps a client's clusters up with its records, inside a transaction that its owner opened.
///
/// Records are put and taken as they are written; ``settle()`` then brings the clusters up to them: those that a change can
/// have touched, or all of them where much has changed. Both come to the same.
final class SQLiteClusters: ClusterKeeping {
    let connection: SQLiteConnection
    let rules: any ClusterRules
    let rows: SQLiteClusterRows
    /// What was put and taken since the clusters were settled.
    private(set) var touched = ClusterTouches()
    private let writer: any MatchFactWriter
    private var isFilling = false

    init(_ connection: SQLiteConnection, _ rules: any ClusterRules) throws(CatalogError) {
        self.connection = connection
        self.rules = rules
        rows = try SQLiteClusterRows(connection)
        writer = rules.makeWriter()
    }

    /// The clusters that an install has to keep; nil for a client without match rules.
    ///
    /// - Throws: `CatalogRefusal` where the database's clusters were made by other rules.
    static func forInstall(_ connection: SQLiteConnection, _ matching: ClusterMatching) throws -> SQLiteClusters? {
        let stored = try SQLiteClusterSchema.rules(on: connection)
        guard stored != matching.rules?.text else {
            return try matching.rules.map { try SQLiteClusters(connection, $0) }
        }
        if stored == nil, let rules = matching.rules, try connection.number("select 1 from record limit 1") == nil {
            try SQLiteClusterSchema.create(rules.text, on: connection)
            return try SQLiteClusters(connection, rules)
        }
        throw CatalogRefusal(
            """
            the match rules are not those by which the clusters in \(connection.path) were made; holdfast rematch CLIENT \
            makes them anew
            """)
    }

    /// The clusters as they stand, with the rules that the database keeps; nil where its records are not matched.
    static func stored(_ connection: SQLiteConnection, _ matching: ClusterMatching) throws -> SQLiteClusters? {
        guard let text = try SQLiteClusterSchema.rules(on: connection) else { return nil }
        if let rules = matching.rules, rules.text == text { return try SQLiteClusters(connection, rules) }
        return try SQLiteClusters(connection, matching.read(text))
    }

    /// Says that the database is empty: nothing is looked up, and indexes are made at the end.
    func beginFilling() throws(CatalogError) {
        isFilling = true
        for statement in SQLiteClusterSchema.dropIndexes { try connection.execute(statement) }
    }

    /// A record was written: added, or in the place of one that was taken.
    func put(_ record: Int, of contributor: Int, _ facts: MatchFacts) throws(CatalogError) {
        let row = ClusterRow(
            master: isFilling ? record : touched.masters[record] ?? 0, contributor: contributor, level: facts.level,
            oclc: facts.oclc, title: facts.title)
        try rows.insert(record, row, facts.keys)
        if !isFilling { touched.put(record, facts.keys) }
    }

    /// A record is going to be deleted or replaced; its identifiers are still there.
    func take(_ record: Int) throws(CatalogError) {
        guard let row = try rows.row(record) else { return }
        touched.take(
            record, try rows.keys(of: record), try rows.numbers(of: record, of: rules.numbers), master: row.master)
        try rows.delete(record)
    }

    /// A record was brought back: what matching has to know is read from it.
    func putStored(_ record: Int) throws(CatalogError) {
        let select = try connection.prepare("select contributor, kind, form, marc from record where id = ?")
        try select.bind(1, record)
        guard try select.step(), select.textBytes(1).equals("bibliographic") else { return }
        try put(record, of: select.int(0), facts(select.blob(3), select.textBytes(2)))
    }

    /// What matching has to know of a stored record.
    func facts(_ marc: ByteView, _ form: ByteView) -> MatchFacts {
        var columns = MatchColumns()
        guard let record = StoredRecord.read(marc, form.equals("marcxml") ? .marcxml : .iso2709) else {
            return MatchFacts()
        }
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
            for statement in SQLiteClusterSchema.indexes { try connection.execute(statement) }
            _ = try rebuild()
            return ClusterChanges()
        }
        if touched.isEmpty { return ClusterChanges() }
        let last = try connection.number("select max(record) from cluster") ?? 0
        return touched.isMuch(of: last) ? try rebuild() : try ClusterRepair(self).run()
    }

    /// Makes all clusters anew, whatever was touched.
    func rebuild() throws -> ClusterChanges {
        var rebuild = try ClusterRebuild(self)
        return try rebuild.run()
    }

    /// The order of contributors.
    func contributors() throws(CatalogError) -> ContributorOrder {
        let select = try connection.prepare("select id, symbol from contributor")
        var symbols: [Int: String] = [:]
        while try select.step() { symbols[select.int(0)] = select.text(1) ?? "" }
        return ContributorOrder(symbols, priority: rules.priority)
    }
}
