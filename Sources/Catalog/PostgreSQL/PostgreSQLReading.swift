internal import MARC
internal import Update

/// Asks a schema, inside a transaction that is open on the connection.
class PostgreSQLReading: CatalogReading {
    let connection: PostgreSQLConnection
    let rows: PostgreSQLRows

    init(_ connection: PostgreSQLConnection) throws {
        self.connection = connection
        rows = PostgreSQLRows(connection)
    }

    func contributor(_ symbol: String) throws -> Int? { try PostgreSQLBooks.contributor(symbol, on: connection) }

    func countRecords(of contributor: Int, kinds: Set<RecordKind>) throws -> Int {
        try connection.number(
            "select count(*) from record where contributor = $1 and kind = any($2)",
            [.int(contributor), .texts(kinds.map(\.name))]) ?? 0
    }

    func sums() throws -> [Int: TableSums] { try PostgreSQLBooks.sums(on: connection) }

    func forEachHeld(
        _ batch: RowBatch, of contributor: Int, _ body: (Int, (id: Int, hash: Hash128)?) throws -> Void
    ) throws {
        let held = try rows.find(0..<batch.count, of: batch, of: contributor)
        for (index, found) in held.enumerated() { try body(index, found) }
    }

    func stored(_ batch: RowBatch, of contributor: Int, where isWanted: (Int) -> Bool) throws -> StoredRows {
        try rows.stored(batch, of: contributor, where: isWanted)
    }

    func finds(_ phrase: String, in field: SearchField, record: Int) throws -> Bool {
        var words = try WordVector()
        guard let query = words.query(phrase) else { return false }
        // The index has to answer, not the row.
        return try connection.number(
            "select 1::bigint from search where \(field.rawValue) @@ $1::text::tsquery and record = $2",
            [.text(query), .int(record)]) != nil
    }

    func finds(_ type: RecordKey, _ value: String, record: Int) throws -> Bool {
        let isIdentifier = PostgreSQLSchema.isIdentifier("i", type: "$1", value: "$2")
        return try connection.number(
            "select 1::bigint from identifier i where \(isIdentifier) and record = $3",
            [.text(type.name), .text(value), .int(record)]) != nil
    }

    func clusters() throws -> (any ClusterReading)? { try PostgreSQLClusterReading(connection) }
}

/// Versions and what they did.
extension PostgreSQLReading {
    func versions() throws -> [CatalogVersion] { try PostgreSQLBooks.versions(on: connection) }

    func version(_ id: Int) throws -> CatalogVersion? {
        try PostgreSQLBooks.version(where: "id = $1", [.int(id)], on: connection)
    }

    func newestVersion(of contributor: String) throws -> CatalogVersion? {
        guard let number = try self.contributor(contributor) else { return nil }
        return try PostgreSQLBooks.version(where: "contributor = $1", [.int(number)], on: connection)
    }

    func version(before version: CatalogVersion) throws -> CatalogVersion? {
        let values: [PostgreSQLValue] = [.int(version.contributor), .int(version.id)]
        return try PostgreSQLBooks.version(where: "contributor = $1 and id < $2", values, on: connection)
    }

    func version(after version: CatalogVersion) throws -> CatalogVersion? {
        let values: [PostgreSQLValue] = [.int(version.contributor), .int(version.id)]
        return try PostgreSQLBooks.version(where: "contributor = $1 and id > $2", values, on: connection)
    }

    func version(forSubmission checksum: String, contributor: String, period: String) throws -> CatalogVersion? {
        guard let number = try self.contributor(contributor) else { return nil }
        return try PostgreSQLBooks.version(
            where: "contributor = $1 and period = $2 and submission = $3",
            [.int(number), .text(period), .text(checksum)], on: connection)
    }

    func history(of contributor: String, mode: Mode?, except own: Int?, limit: Int) throws -> [CatalogHistory] {
        guard let number = try self.contributor(contributor) else { return [] }
        return try PostgreSQLHistory.versions(of: number, mode, except: own, limit, on: connection).compactMap { id in
            guard let version = try version(id) else { return nil }
            return CatalogHistory(version: version, profile: try PostgreSQLHistory.profile(of: id, on: connection))
        }
    }

    /// A version's changes have the numbers from here on.
    static func firstChange(of version: Int) -> Int { version << 32 }

    static func changes(of version: Int) -> ClosedRange<Int> {
        firstChange(of: version)...(firstChange(of: version + 1) - 1)
    }

    func forEachChange(
        of version: Int, _ actions: Set<CatalogChange.Action>, _ body: (CatalogChange) throws -> Void
    ) throws {
        let changes = Self.changes(of: version)
        try connection.forEachRow(
            """
            select action, ordinal, record, kind, control_number, before_hash from change
            where id between $1 and $2 and action = any($3) order by id
            """, [.int(changes.lowerBound), .int(changes.upperBound), .texts(actions.map(\.rawValue))]
        ) { row in
            guard var change = CatalogChange(row, from: 0) else { return }
            if !row.isNull(5) { change.hashBefore = Hash128(stored: row.bytes(5)) }
            try body(change)
        }
    }

    func sumsOfImagesBefore(_ version: Int) throws -> TableSums {
        try PostgreSQLImages.sums(of: Self.changes(of: version), on: connection)
    }

    func countOrphans(of version: Int) throws -> (holdings: Int, identifiers: Int) {
        let changes = Self.changes(of: version)
        func count(_ table: String) throws -> Int {
            try connection.number(
                """
                select count(*) from change c join \(table) t on t.record = c.record
                where c.id between $1 and $2 and c.action in ('deleted', 'absent')
                    and not exists (select 1 from record r where r.id = c.record)
                """, [.int(changes.lowerBound), .int(changes.upperBound)]) ?? 0
        }
        return (try count("holding"), try count("identifier"))
    }
}
