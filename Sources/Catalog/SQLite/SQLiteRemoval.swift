internal import MARC

/// Takes a record out, with its words, identifiers and holdings. The words to take out of the search index come from the
/// stored columns, for the index holds none of its own.
final class SQLiteRemoval {
    private let words: SQLiteStatement
    private let identifiers: SQLiteStatement
    private let holdings: SQLiteStatement
    private let record: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(CatalogError) {
        words = try connection.prepare(
            """
            insert into search(search, rowid, title, author, subject)
            select 'delete', id, title, author, subject from record where id = ?1
            """)
        identifiers = try connection.prepare("delete from identifier where record = ?1")
        holdings = try connection.prepare("delete from holding where record = ?1")
        record = try connection.prepare("delete from record where id = ?1")
    }

    /// Everything of the record.
    func remove(_ id: Int) throws(CatalogError) {
        try removeRest(id)
        try run(record, id)
    }

    /// Everything but the record itself.
    func removeRest(_ id: Int) throws(CatalogError) {
        try run(words, id)
        try run(identifiers, id)
        try run(holdings, id)
    }

    private func run(_ statement: SQLiteStatement, _ id: Int) throws(CatalogError) {
        try statement.bind(1, id)
        try statement.run()
    }
}
