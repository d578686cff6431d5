internal import MARC
internal import Update

/// Asks an SQLite file.
class SQLiteReading: CatalogReading {
    let connection: SQLiteConnection
    let rows: SQLiteRows
    let identities: SQLiteStatement
    let images: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(CatalogError) {
        self.connection = connection
        rows = try SQLiteRows(connection)
        images = try connection.prepare(
            """
            select r.marc, r.form from record r join contributor c on c.id = r.contributor
            where c.symbol = ?1 and r.control_number = ?2 and r.kind = ?3
            """)
        identities = try connection.prepare(
            """
            select c.symbol, r.control_number from record r join contributor c on c.id = r.contributor where r.id = ?
            """)
    }

    func contributor(_ symbol: String) throws -> Int? { try SQLiteBooks.contributor(symbol, on: connection) }

    func countRecords(of contributor: Int, kinds: Set<RecordKind>) throws -> Int {
        let count = try connection.prepare("select count(*) from record where contributor = ? and kind = ?")
        var sum = 0
        for kind in kinds {
            try count.bind(1, contributor)
            try count.bind(2, kind.name)
            if try count.step() { sum += count.int(0) }
            count.reset()
        }
        return sum
    }

    func sums() throws -> [Int: TableSums] { try SQLiteBooks.sums(on: connection) }

    func forEachHeld(
        _ batch: RowBatch, of contributor: Int, _ body: (Int, (id: Int, hash: Hash128)?) throws -> Void
    ) throws {
        try batch.withBytes { bytes in
            for (index, row) in batch.rows.enumerated() {
                try body(
                    index,
                    row.isUnidentifiable ? nil : rows.find(row.kind, bytes.slice(row.controlNumber), of: contributor))
            }
        }
    }

    func stored(_ batch: RowBatch, of contributor: Int, where isWanted: (Int) -> Bool) throws -> StoredRows {
        var stored = StoredRows()
        stored.reserve(like: batch)
        try batch.withBytes { bytes in
            for (index, row) in batch.rows.enumerated() {
                if isWanted(index) {
                    try rows.append(row.kind, bytes.slice(row.controlNumber), of: contributor, to: &stored)
                } else {
                    stored.appendNone()
                }
            }
        }
        return stored
    }

    func version(_ id: Int) throws -> CatalogVersion? {
        try SQLiteBooks.version(where: "id = ?", on: connection) { statement throws(CatalogError) in
            try statement.bind(1, id)
        }
    }

    func newestVersion(of contributor: String) throws -> CatalogVersion? {
        guard let number = try self.contributor(contributor) else { return nil }
        return try SQLiteBooks.version(where: "contributor = ?", on: connection) { statement throws(CatalogError) in
            try statement.bind(1, number)
        }
    }

    func version(before version: CatalogVersion) throws -> CatalogVersion? {
        try neighbour(of: version, "contributor = ? and id < ?")
    }

    func version(after version: CatalogVersion) throws -> CatalogVersion? {
        try neighbour(of: version, "contributor = ? and id > ?")
    }

    private func neighbour(of version: CatalogVersion, _ condition: String) throws(CatalogError) -> CatalogVersion? {
        try SQLiteBooks.version(where: condition, on: connection) { statement throws(CatalogError) in
            try statement.bind(1, version.contributor)
            try statement.bind(2, version.id)
        }
    }

    func version(forSubmission checksum: String, contributor: String, period: String) throws -> CatalogVersion? {
        guard let number = try self.contributor(contributor) else { return nil }
        let condition = "contributor = ? and period = ? and submission = ?"
        return try SQLiteBooks.version(where: condition, on: connection) { statement throws(CatalogError) in
            try statement.bind(1, number)
            try statement.bind(2, period)
            try statement.bind(3, checksum)
        }
    }

    func history(of contributor: String, mode: Mode?, except own: Int?, limit: Int) throws -> [CatalogHistory] {
        guard let number = try self.contributor(contributor) else { return [] }
        return try SQLiteHistory.versions(of: number, mode, except: own, limit, on: connection).compactMap { id in
            guard let version = try version(id) else { return nil }
            return CatalogHistory(version: version, profile: try SQLiteHistory.profile(of: id, on: connection))
        }
    }

    func finds(_ phrase: String, in field: SearchField, record: Int) throws -> Bool {
        let select = try connection.prepare("select 1 from search where search match ? and rowid = ?")
        try select.bind(1, "\(field.rawValue) : \"\(phrase.replacing("\"", with: "\"\""))\"")
        try select.bind(2, record)
        return try select.step()
    }

    func finds(_ type: RecordKey, _ value: String, record: Int) throws -> Bool {
        let select = try connection.prepare("select 1 from identifier where value = ? and type = ? and record = ?")
        try select.bind(1, value)
        try select.bind(2, type.name)
        try select.bind(3, record)
        return try select.step()
    }
}

extension SQLiteReading {
    func clusters() throws -> (any ClusterReading)? { try SQLiteClusterReading(connection) }
}

/// What a version did.
extension SQLiteReading {
    /// A version's changes have the numbers from here on.
    static func firstChange(of version: Int) -> Int { version << 32 }

    func forEachChange(
        of version: Int, _ actions: Set<CatalogChange.Action>, _ body: (CatalogChange) throws -> Void
    ) throws {
        let wanted = actions.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
        let select = try connection.prepare(
            """
            select action, ordinal, record, kind, control_number, before_hash from change
            where id between ?1 and ?2 and action in (\(wanted)) order by id
            """)
        try select.bind(1, Self.firstChange(of: version))
        try select.bind(2, Self.firstChange(of: version + 1) - 1)
        while try select.step() {
            guard var change = CatalogChange(select, from: 0) else { continue }
            change.hashBefore = select.isNull(5) ? nil : Hash128(stored: select.blob(5))
            try body(change)
        }
    }

    func sumsOfImagesBefore(_ version: Int) throws -> TableSums {
        try SQLiteImageSums.sums(
            from: Self.firstChange(of: version), to: Self.firstChange(of: version + 1) - 1, on: connection)
    }

    func countOrphans(of version: Int) throws -> (holdings: Int, identifiers: Int) {
        func count(_ table: String) throws -> Int {
            let select = try connection.prepare(
                """
                select count(*) from change c join \(table) t on t.record = c.record
                where c.id between ?1 and ?2 and c.action in ('deleted', 'absent')
                    and not exists (select 1 from record r where r.id = c.record)
                """)
            try select.bind(1, Self.firstChange(of: version))
            try select.bind(2, Self.firstChange(of: version + 1) - 1)
            return try select.step() ? select.int(0) : 0
        }
        return (try count("holding"), try count("identifier"))
    }
}
