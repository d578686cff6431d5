internal import MARC
internal import Update

/// Puts rows into a schema with COPY, and takes records out, many at a time.
struct PostgreSQLWriter {
    private let connection: PostgreSQLConnection
    private let contributor: Int
    private let version: Int
    private var words: WordVector

    private var records = PostgreSQLCopy(
        "record",
        [
            "contributor", "version", "id", "kind", "control_number", "form", "hash", "title", "author", "subject",
            "marc",
        ])
    private var holdings = PostgreSQLCopy("holding", ["record", "number"] + HoldingSlices.columns)
    private var identifiers = PostgreSQLCopy("identifier", ["record", "type", "value"])
    private var search = PostgreSQLCopy("search", ["record", "title", "author", "subject"])
    private var changes = PostgreSQLCopy(
        "change", ["version", "action", "id", "ordinal", "record", "kind", "control_number", "hash"])

    init(_ connection: PostgreSQLConnection, contributor: Int, version: Int) throws(CatalogError) {
        self.connection = connection
        self.contributor = contributor
        self.version = version
        words = try WordVector()
    }

    /// Gathers the rows of the record at `index`, under the number `id`.
    mutating func put(_ index: Int, of batch: RowBatch, as id: Int) {
        batch.withBytes { bytes in
            let row = batch.rows[index]
            records.beginRow()
            records.put(contributor)
            records.put(version)
            records.put(id)
            records.put(row.kind.word)
            records.put(text: bytes.slice(row.controlNumber))
            records.put(row.form.word)
            records.put(bytes.slice(row.hash))
            for text in [row.title, row.author, row.subject] { records.put(text: bytes.slice(text)) }
            records.put(bytes.slice(row.marc))
        }
        putWords(index, of: batch, as: id)
        putParts(index, of: batch, as: id)
    }

    /// Gathers what full-text search has of the record at `index`.
    mutating func putWords(_ index: Int, of batch: RowBatch, as id: Int) {
        batch.withBytes { bytes in
            let row = batch.rows[index]
            search.beginRow()
            search.put(id)
            for text in [row.title, row.author, row.subject] {
                search.put { words.append(bytes.slice(text), to: &$0) }
            }
        }
    }

    private mutating func putParts(_ index: Int, of batch: RowBatch, as id: Int) {
        batch.withBytes { bytes in
            for place in batch.identifierRange(index) {
                identifiers.beginRow()
                identifiers.put(id)
                identifiers.put(batch.identifiers[place].type.word)
                identifiers.put(text: bytes.slice(batch.identifiers[place].value))
            }
            let range = batch.holdingRange(index)
            for place in range {
                holdings.beginRow()
                holdings.put(id)
                holdings.put(place - range.lowerBound + 1)
                batch.holdings[place].forEach { value in
                    if value.isEmpty { holdings.putNull() } else { holdings.put(text: bytes.slice(value)) }
                }
            }
        }
    }

    /// Gathers the note of a change without an image before.
    ///
    /// - Parameter id: the record's number; nil for one that is not held.
    mutating func putChange(
        _ change: Int, _ action: CatalogChange.Action, _ index: Int, of batch: RowBatch, record id: Int?
    ) {
        batch.withBytes { bytes in
            let row = batch.rows[index]
            changes.beginRow()
            changes.put(version)
            changes.put(action.word)
            changes.put(change)
            changes.put(Int(row.ordinal))
            changes.put(id)
            changes.put(row.kind.word)
            changes.put(text: bytes.slice(row.controlNumber))
            if row.hash.isEmpty { changes.putNull() } else { changes.put(bytes.slice(row.hash)) }
        }
    }

    /// Sends what has been gathered.
    mutating func send() throws(CatalogError) {
        try records.send(to: connection)
        try holdings.send(to: connection)
        try identifiers.send(to: connection)
        try search.send(to: connection)
        try changes.send(to: connection)
    }

    /// Takes records out with all that hangs on them.
    static func remove(_ records: [Int], on connection: PostgreSQLConnection) throws(CatalogError) {
        let ids = PostgreSQLValue.ints(records)
        for table in ["search", "identifier", "holding"] {
            try connection.query("delete from \(table) where record = any($1)", [ids])
        }
        try connection.query("delete from record where id = any($1)", [ids])
    }
}
