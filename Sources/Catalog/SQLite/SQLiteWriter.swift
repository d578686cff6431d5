internal import MARC
internal import Update

/// The statements that change a client database's rows, and the note of each change with the image before.
final class SQLiteWriter {
    private let contributor: Int
    private let version: Int
    /// Records added have numbers from here on.
    let firstRecord: Int
    private var nextRecord: Int
    private var nextChange: Int

    private let insertRecord: SQLiteStatement
    private let updateRecord: SQLiteStatement
    private let insertWords: SQLiteStatement
    private let insertIdentifier: SQLiteStatement
    private let insertHolding: SQLiteStatement
    private let insertChange: SQLiteStatement
    private let changeWithImage: SQLiteStatement
    private let removal: SQLiteRemoval

    /// ?1 record, ?2 number, then the columns.
    static let insertHolding =
        "insert into holding values (?, ?\(String(repeating: ", ?", count: HoldingSlices.count)))"

    init(_ connection: SQLiteConnection, contributor: Int, version: Int) throws(CatalogError) {
        self.contributor = contributor
        self.version = version
        firstRecord = (try connection.number("select max(id) from record") ?? 0) + 1
        nextRecord = firstRecord
        nextChange = version << 32
        insertRecord = try connection.prepare(
            """
            insert into record(contributor, version, id, kind, control_number, form, hash, title, author, subject, marc)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """)
        try insertRecord.bind(1, contributor)
        try insertRecord.bind(2, version)
        updateRecord = try connection.prepare(
            """
            update record set version = ?2, form = ?6, hash = ?7, title = ?8, author = ?9, subject = ?10, marc = ?11
            where id = ?3
            """)
        try updateRecord.bind(2, version)
        insertWords = try connection.prepare("insert into search(rowid, title, author, subject) values (?, ?, ?, ?)")
        insertIdentifier = try connection.prepare("insert into identifier(record, type, value) values (?, ?, ?)")
        insertHolding = try connection.prepare(Self.insertHolding)
        insertChange = try connection.prepare(
            """
            insert into change(version, action, id, ordinal, record, kind, control_number, hash)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        try insertChange.bind(1, version)
        changeWithImage = try connection.prepare(SQLiteImage.change)
        try changeWithImage.bind(1, version)
        removal = try SQLiteRemoval(connection)
    }

    /// Adds the record at `index`, which is not held.
    ///
    /// - Returns: its number.
    func add(_ index: Int, of batch: RowBatch) throws(CatalogError) -> Int {
        let id = nextRecord
        nextRecord += 1
        try batch.withBytes { bytes throws(CatalogError) in
            let row = batch.rows[index]
            try insertRecord.bindBorrowed(4, text: row.kind.word)
            try insertRecord.bindBorrowed(5, text: bytes.slice(row.controlNumber))
            try insert(insertRecord, row, id, bytes)
            try insertRest(id, index, batch, bytes)
            try noteChange(.added, row, id, bytes)
        }
        return id
    }

    /// Replaces the held record `id` by the one at `index`.
    func replace(_ id: Int, with index: Int, of batch: RowBatch) throws(CatalogError) {
        try batch.withBytes { bytes throws(CatalogError) in
            let row = batch.rows[index]
            try noteChange(.replaced, ofRecord: id, ordinal: Int(row.ordinal), hash: bytes.slice(row.hash))
            try removal.removeRest(id)
            try insert(updateRecord, row, id, bytes)
            try insertRest(id, index, batch, bytes)
        }
    }

    /// Deletes the held record `id`.
    func delete(_ id: Int, _ action: CatalogChange.Action, ordinal: Int?) throws(CatalogError) {
        try noteChange(action, ofRecord: id, ordinal: ordinal, hash: nil)
        try removal.remove(id)
    }

    /// Notes that the record at `index` was to be deleted and is not held.
    func noteDeleteNotHeld(_ index: Int, of batch: RowBatch) throws(CatalogError) {
        try batch.withBytes { bytes throws(CatalogError) in
            try noteChange(.deleteNotHeld, batch.rows[index], nil, bytes)
        }
    }

    @inline(__always)
    private func insert(
        _ statement: SQLiteStatement, _ row: RowBatch.Row, _ id: Int, _ bytes: ByteView
    ) throws(CatalogError) {
        try statement.bind(3, id)
        try statement.bindBorrowed(6, text: row.form.word)
        try statement.bindBorrowed(7, blob: bytes.slice(row.hash))
        try statement.bindBorrowed(8, text: bytes.slice(row.title))
        try statement.bindBorrowed(9, text: bytes.slice(row.author))
        try statement.bindBorrowed(10, text: bytes.slice(row.subject))
        try statement.bindBorrowed(11, blob: bytes.slice(row.marc))
        try statement.run()
    }

    @inline(__always)
    private func insertRest(_ id: Int, _ index: Int, _ batch: RowBatch, _ bytes: ByteView) throws(CatalogError) {
        let row = batch.rows[index]
        try insertWords.bind(1, id)
        try insertWords.bindBorrowed(2, text: bytes.slice(row.title))
        try insertWords.bindBorrowed(3, text: bytes.slice(row.author))
        try insertWords.bindBorrowed(4, text: bytes.slice(row.subject))
        try insertWords.run()
        for place in batch.identifierRange(index) {
            let identifier = batch.identifiers[place]
            try insertIdentifier.bind(1, id)
            try insertIdentifier.bindBorrowed(2, text: identifier.type.word)
            try insertIdentifier.bindBorrowed(3, text: bytes.slice(identifier.value))
            try insertIdentifier.run()
        }
        let holdings = batch.holdingRange(index)
        for place in holdings {
            try insertHolding.bind(1, id)
            try insertHolding.bind(2, place - holdings.lowerBound + 1)
            var column = 3
            try batch.holdings[place].forEach { value throws(CatalogError) in
                if value.isEmpty {
                    try insertHolding.bindNull(column)
                } else {
                    try insertHolding.bindBorrowed(column, text: bytes.slice(value))
                }
                column += 1
            }
            try insertHolding.run()
        }
    }

    private func noteChange(
        _ action: CatalogChange.Action, _ row: RowBatch.Row, _ id: Int?, _ bytes: ByteView
    ) throws(CatalogError) {
        nextChange += 1
        try insertChange.bindBorrowed(2, text: action.word)
        try insertChange.bind(3, nextChange)
        try insertChange.bind(4, Int(row.ordinal))
        try insertChange.bind(5, id)
        try insertChange.bindBorrowed(6, text: row.kind.word)
        try insertChange.bindBorrowed(7, text: bytes.slice(row.controlNumber))
        if row.hash.isEmpty {
            try insertChange.bindNull(8)
        } else {
            try insertChange.bindBorrowed(8, blob: bytes.slice(row.hash))
        }
        try insertChange.run()
    }

    private func noteChange(
        _ action: CatalogChange.Action, ofRecord id: Int, ordinal: Int?, hash: ByteView?
    ) throws(CatalogError) {
        nextChange += 1
        try changeWithImage.bindBorrowed(2, text: action.word)
        try changeWithImage.bind(3, nextChange)
        try changeWithImage.bind(4, ordinal)
        if let hash { try changeWithImage.bindBorrowed(5, blob: hash) } else { try changeWithImage.bindNull(5) }
        try changeWithImage.bind(6, id)
        try changeWithImage.run()
    }
}
