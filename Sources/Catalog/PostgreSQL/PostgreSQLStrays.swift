internal import Update

/// Counts the rows that the open transaction writes to a schema's tables, as the server counts them itself: no row costs
/// anything. Taken at the beginning, so that only what comes afterwards counts.
struct PostgreSQLWrites {
    private let connection: PostgreSQLConnection
    private var before: [String: WriteCount] = [:]

    /// Tables whose rows are written for records, for what versions did, and for what submissions looked like.
    private static let tables = ["record", "holding", "identifier", "search", "change", "history"]

    init(_ connection: PostgreSQLConnection) throws(CatalogError) {
        self.connection = connection
        before = try counts()
    }

    /// Rows written since, by table; nil where the server does not count.
    func written() throws(CatalogError) -> [String: WriteCount]? {
        guard try connection.text("select current_setting('track_counts')") == "on" else { return nil }
        var written = try counts()
        for (table, count) in written { written[table] = count - (before[table] ?? WriteCount()) }
        return written
    }

    private func counts() throws(CatalogError) -> [String: WriteCount] {
        var counts: [String: WriteCount] = [:]
        let rows = try connection.query(
            """
            select t.name, pg_stat_get_xact_tuples_inserted(t.name::regclass),
                pg_stat_get_xact_tuples_updated(t.name::regclass), pg_stat_get_xact_tuples_deleted(t.name::regclass)
            from unnest($1::text[]) t(name)
            """, [.texts(Self.tables)])
        for row in rows {
            counts[row.text(0) ?? ""] = WriteCount(inserted: row.int(1), updated: row.int(2), deleted: row.int(3))
        }
        return counts
    }
}

/// Rows that an install has written beside those that its submission intends.
extension PostgreSQLInstall {
    /// The server's counts are those of the submission: as every row that it intends is shown to be there or gone by other
    /// checks, no other can have been written. Only where they are not, all rows are compared with those that readers see.
    func strayRows(_ intent: WriteIntent, committed: any CatalogReading) throws -> [StrayRow] {
        let written = try writes.written()
        var strays: [StrayRow] = []
        // The version's own look is written before anything is counted.
        let expected = intent.counts(updates: false) + [(table: "history", count: WriteCount())]
        for (table, intended) in expected where written == nil || written?[table] != intended {
            let named = try strayRows(of: table, intent, committed)
            strays += named
            if named.isEmpty, let count = written?[table],
                let stray = StrayRow.counted(table, count, intended: intended)
            {
                strays.append(stray)
            }
        }
        return strays
    }

    /// Records or versions whose rows differ from those that readers see, and that are none of those intended.
    private func strayRows(of table: String, _ intent: WriteIntent, _ committed: any CatalogReading) throws
        -> [StrayRow]
    {
        guard let committed = committed as? PostgreSQLReading else { return [] }
        let isOfVersions = table == "change" || table == "history"
        let key = isOfVersions ? "version" : table == "record" ? "id" : "record"
        var strays: [StrayRow] = []
        for number in try Self.differences(of: table, by: key, connection, committed.connection)
        where strays.count < StrayRow.most {
            if isOfVersions {
                if number != version.id { strays.append(.named(table, "version \(number)")) }
            } else if !intent.records.contains(number) {
                let identity = try committed.identity(of: number) ?? identity(of: number)
                strays.append(.named(table, identity?.description ?? "record number \(number)"))
            }
        }
        return strays
    }

    /// The keys whose rows are not the same on both connections.
    private static func differences(
        of table: String, by key: String, _ mine: PostgreSQLConnection, _ theirs: PostgreSQLConnection
    ) throws -> [Int] {
        let query = """
            select \(key), sum(hashtextextended(t::text, 0)::numeric)::text from \(table) t group by 1 order by 1
            """
        var seen: [Int: String] = [:]
        try theirs.forEachRow(query) { seen[$0.int(0)] = $0.text(1) }
        var different: [Int] = []
        try mine.forEachRow(query) { row in
            if seen.removeValue(forKey: row.int(0)) != row.text(1) { different.append(row.int(0)) }
        }
        return (different + seen.keys).sorted()
    }
}
