internal import MARC
internal import Update

/// Brings a schema of the earlier format to the present one, inside a transaction that its owner opened and that holds the
/// schema's lock.
struct PostgreSQLMigration {
    private let connection: PostgreSQLConnection
    private var migration: RowMigration
    private var holdings = PostgreSQLCopy("holding", ["record", "number"] + HoldingSlices.columns)
    private var imageHoldings = PostgreSQLCopy(
        "pg_temp.image_holding", ["change", "number"] + HoldingSlices.columns)

    /// Images written at once.
    private static let atOnce = 500

    /// Shows readers of a schema of the earlier format the columns that it lacks.
    static func view(of address: PostgreSQLAddress) -> String {
        """
        create temp view holding as select h.*, null::text as url, null::text as summary
        from \(address.quotedSchema).holding h
        """
    }

    /// - Parameter maps: where holdings stand, by the contributor's symbol.
    static func migrate(_ connection: PostgreSQLConnection, _ maps: [String: HoldingsMap]) throws {
        guard case .earlier = try PostgreSQLSchema.state(on: connection) else { return }
        try connection.execute("alter table holding add column url text, add column summary text")
        let columns = HoldingSlices.columns.map { "\($0) text" }.joined(separator: ", ")
        try connection.execute(
            "create temp table image_holding(change bigint, number bigint, \(columns)) on commit drop")
        var migration = try PostgreSQLMigration(connection, maps)
        try migration.migrateRecords()
        try migration.migrateImages()
        try migration.moveSums()
        try connection.execute(
            """
            update meta set value = '\(PostgreSQLSchema.format)' where key = 'format';
            drop table pg_temp.image_holding
            """)
    }

    private init(_ connection: PostgreSQLConnection, _ maps: [String: HoldingsMap]) throws {
        self.connection = connection
        migration = RowMigration(maps, try PostgreSQLReading(connection).contributors())
    }

    private mutating func migrateRecords() throws {
        let rows = PostgreSQLRows(connection)
        try connection.forEachStretch("select id, contributor from record order by id") { stretch in
            let stored = try rows.stored(stretch.map { $0.int(0) })
            var replaced: [Int] = []
            var (named, numbers): ([Int], PostgreSQLArray) = ([], PostgreSQLArray(of: PostgreSQLType.text))
            for (index, row) in stretch.enumerated() {
                let migrated = stored.rows.withBytes { bytes in
                    migration.rows(
                        of: StoredImage(stored.rows, index, version: stored.versions[index], bytes), row.int(1))
                }
                guard let migrated else { continue }
                if migrated.holdings != nil { replaced.append(row.int(0)) }
                Self.put(migrated, of: row.int(0), into: &holdings)
                guard let number = migrated.belongsTo else { continue }
                named.append(row.int(0))
                numbers.append(text: number)
            }
            try connection.query("delete from holding where record = any($1)", [.ints(replaced)])
            try holdings.send(to: connection)
            try connection.query(
                """
                insert into identifier(record, type, value)
                select n.record, '\(RecordKey.belongsTo.name)', n.value from unnest($1::bigint[], $2::text[]) n(record, value)
                """, [.ints(named), numbers.value])
        }
    }

    private static func put(_ rows: RowMigration.Rows, of owner: Int, into copy: inout PostgreSQLCopy) {
        rows.bytes.withUnsafeBufferPointer { bytes in
            for (index, holding) in (rows.holdings ?? []).enumerated() {
                copy.beginRow()
                copy.put(owner)
                copy.put(index + 1)
                holding.forEach { value in
                    if value.isEmpty { copy.putNull() } else { copy.put(text: bytes.slice(value)) }
                }
            }
        }
    }

    private mutating func migrateImages() throws {
        var contributors: [Int: Int] = [:]
        for version in try PostgreSQLReading(connection).versions() { contributors[version.id] = version.contributor }
        var waiting: [(change: Int, rows: RowMigration.Rows)] = []
        try PostgreSQLImages.forEachImage(of: 0...(.max), on: connection) { image in
            if let rows = migration.rows(of: image, contributors[image.change >> 32] ?? 0) {
                waiting.append((image.change, rows))
            }
            if waiting.count >= Self.atOnce {
                try writeImages(waiting)
                waiting = []
            }
        }
        try writeImages(waiting)
    }

    private mutating func writeImages(_ images: [(change: Int, rows: RowMigration.Rows)]) throws {
        var (named, numbers): ([Int], PostgreSQLArray) = ([], PostgreSQLArray(of: PostgreSQLType.text))
        for (change, rows) in images {
            Self.put(rows, of: change, into: &imageHoldings)
            guard let number = rows.belongsTo else { continue }
            named.append(change)
            numbers.append(text: number)
        }
        try connection.execute("truncate pg_temp.image_holding")
        try imageHoldings.send(to: connection)
        try connection.query(
            """
            update change c set before_holdings = coalesce(
                (select json_agg(json_build_array(\(PostgreSQLImages.holdingColumns)) order by number)
                    from pg_temp.image_holding h where h.change = c.id), '[]')
            where c.id = any($1)
            """, [.ints(images.filter { $0.rows.holdings != nil }.map(\.change))])
        try connection.query(
            """
            update change c set before_identifiers =
                (c.before_identifiers::jsonb || jsonb_build_array(jsonb_build_array('\(RecordKey.belongsTo.name)', n.value)))
            from unnest($1::bigint[], $2::text[]) n(change, value) where c.id = n.change
            """, [.ints(named), numbers.value])
    }

    /// Sums kept, sums before each version, and the seals of the rows that hold these; one that was broken stays so.
    private func moveSums() throws {
        for (contributor, sums) in migration.sums(try PostgreSQLBooks.sums(on: connection)) {
            try PostgreSQLBooks.write(sums, of: contributor, to: connection)
        }
        for (version, sums) in migration.sumsBefore(try PostgreSQLBooks.versions(on: connection)) {
            let wasWhole = try PostgreSQLSeal.isWhole(.version, version, on: connection)
            try connection.query(
                "update version set sums_before = $2 where id = $1", [.int(version), .text(sums.text)])
            if wasWhole == true { try PostgreSQLSeal.seal(.version, version, on: connection) }
        }
    }
}
