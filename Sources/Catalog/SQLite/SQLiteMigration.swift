internal import MARC
internal import Update

/// Brings a file of the earlier format to the present one, inside a transaction that its owner opened.
struct SQLiteMigration {
    private let connection: SQLiteConnection
    private var migration: RowMigration
    private let deleteHoldings: SQLiteStatement
    private let insertHolding: SQLiteStatement
    private let insertIdentifier: SQLiteStatement
    private let insertIntoImage: SQLiteStatement
    private let updateImage: SQLiteStatement
    private let extendImage: SQLiteStatement

    /// Changes of a version whose images are read before they are written.
    private static let atOnce = 10_000

    /// Shows readers of a file of the earlier format the columns that it lacks.
    static let view = "create temp view holding as select *, null as url, null as summary from main.holding"

    /// Brings the file to the present format; nothing where it is there.
    ///
    /// - Parameter maps: where holdings stand, by the contributor's symbol.
    static func run(on connection: SQLiteConnection, _ maps: [String: HoldingsMap]) throws {
        guard try SQLiteFile.format(of: connection) < SQLiteSchema.format else { return }
        try connection.transaction { try migrate(connection, maps) }
        connection.emptyLog()
    }

    /// The same inside the open transaction.
    static func migrate(_ connection: SQLiteConnection, _ maps: [String: HoldingsMap]) throws {
        guard try SQLiteFile.format(of: connection) < SQLiteSchema.format else { return }
        try connection.execute("alter table holding add column url text; alter table holding add column summary text")
        let columns = HoldingSlices.columns.map { "\($0) text" }.joined(separator: ", ")
        try connection.execute("create temp table image_holding(number integer primary key, \(columns))")
        var migration = try SQLiteMigration(connection, maps)
        try migration.migrateRecords()
        for version in try SQLiteReading(connection).versions() { try migration.migrateImages(of: version) }
        try migration.moveSums()
        try connection.execute("update meta set value = \(SQLiteSchema.format) where key = 'format'")
        try connection.execute("drop table temp.image_holding")
    }

    private init(_ connection: SQLiteConnection, _ maps: [String: HoldingsMap]) throws {
        self.connection = connection
        migration = RowMigration(maps, try SQLiteReading(connection).contributors())
        let values = String(repeating: ", ?", count: HoldingSlices.count)
        deleteHoldings = try connection.prepare("delete from holding where record = ?1")
        insertHolding = try connection.prepare(SQLiteWriter.insertHolding)
        insertIdentifier = try connection.prepare(
            "insert or ignore into identifier values (?, '\(RecordKey.belongsTo.name)', ?)")
        insertIntoImage = try connection.prepare("insert into image_holding values (?\(values))")
        updateImage = try connection.prepare(
            """
            update change set before_holdings = (select json_group_array(json_array(
                number, \(HoldingSlices.columns.joined(separator: ", ")))) from image_holding) where id = ?
            """)
        extendImage = try connection.prepare(
            """
            update change set before_identifiers =
                json_insert(before_identifiers, '$[#]', json_array('\(RecordKey.belongsTo.name)', ?2)) where id = ?1
            """)
    }

    private mutating func migrateRecords() throws {
        let rows = try SQLiteRows(connection)
        let select = try connection.prepare("select id, contributor from record order by id")
        while try select.step() {
            let (record, contributor) = (select.int(0), select.int(1))
            var stored = StoredRows()
            try rows.append(record, to: &stored)
            let migrated = stored.rows.withBytes { bytes in
                migration.rows(of: StoredImage(stored.rows, 0, version: stored.versions[0], bytes), contributor)
            }
            guard let migrated else { continue }
            if migrated.holdings != nil {
                try deleteHoldings.bind(1, record)
                try deleteHoldings.run()
            }
            try write(migrated, with: insertHolding, after: record)
            if let number = migrated.belongsTo {
                try insertIdentifier.bind(1, record)
                try insertIdentifier.bind(2, String(decoding: number, as: UTF8.self))
                try insertIdentifier.run()
            }
        }
    }

    /// Inserts holdings.
    ///
    /// - Parameter record: the first value of each row; nil for none.
    private func write(_ rows: RowMigration.Rows, with insert: SQLiteStatement, after record: Int?) throws {
        try rows.bytes.withUnsafeBufferPointer { bytes in
            for (index, holding) in (rows.holdings ?? []).enumerated() {
                var column = 1
                for number in [record, index + 1].compactMap({ $0 }) {
                    try insert.bind(column, number)
                    column += 1
                }
                try holding.forEach { value throws(CatalogError) in
                    if value.isEmpty {
                        try insert.bindNull(column)
                    } else {
                        try insert.bindBorrowed(column, text: bytes.slice(value))
                    }
                    column += 1
                }
                try insert.run()
            }
        }
    }

    private mutating func migrateImages(of version: CatalogVersion) throws {
        let (first, end) = (SQLiteReading.firstChange(of: version.id), SQLiteReading.firstChange(of: version.id + 1))
        let last = try connection.number("select max(id) from change where id between \(first) and \(end - 1)")
        for start in stride(from: first, through: last ?? first, by: Self.atOnce) {
            var migrated: [(change: Int, rows: RowMigration.Rows)] = []
            try SQLiteImageSums.forEachImage(from: start, to: start + Self.atOnce - 1, on: connection) { image in
                if let rows = migration.rows(of: image, version.contributor) { migrated.append((image.change, rows)) }
            }
            for (change, rows) in migrated { try write(rows, intoImageOf: change) }
        }
    }

    private func write(_ rows: RowMigration.Rows, intoImageOf change: Int) throws {
        if rows.holdings != nil {
            try connection.execute("delete from image_holding")
            try write(rows, with: insertIntoImage, after: nil)
            try updateImage.bind(1, change)
            try updateImage.run()
        }
        if let number = rows.belongsTo {
            try extendImage.bind(1, change)
            try extendImage.bind(2, String(decoding: number, as: UTF8.self))
            try extendImage.run()
        }
    }

    /// Sums kept, sums before each version, and the seals of the rows that hold these; one that was broken stays so.
    private func moveSums() throws {
        for (contributor, sums) in migration.sums(try SQLiteBooks.sums(on: connection)) {
            try SQLiteBooks.write(sums, of: contributor, to: connection)
        }
        let update = try connection.prepare("update version set sums_before = ?2 where id = ?1")
        for (version, sums) in migration.sumsBefore(try SQLiteReading(connection).versions()) {
            let wasWhole = try SQLiteSeal.isWhole(.version, version, on: connection)
            try update.bind(1, version)
            try update.bind(2, sums.text)
            try update.run()
            if wasWhole == true { try SQLiteSeal.seal(.version, version, on: connection) }
        }
    }
}
