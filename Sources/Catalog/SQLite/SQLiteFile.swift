internal import Glibc
internal import Update

/// Where a client database lies, and how its file comes into being: a new one is built beside its place, with a delete
/// journal, and renamed when its first version is committed, so that nobody ever reads a file that is half made.
enum SQLiteFile {
    /// Bytes of pages that a connection keeps in memory.
    private static let cacheKiB = 65_536
    /// While indexes are built, which sorts in memory as much as the cache may hold, besides the cache.
    private static let indexingCacheKiB = 8_192

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func newPath(_ path: String) -> String { path + ".new" }

    /// Opens a file that is there, of this format or of the one before.
    static func open(_ path: String, _ access: SQLiteConnection.Access) throws(CatalogError) -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, access: access)
        try connection.execute("pragma cache_size = -\(cacheKiB); pragma synchronous = full")
        let format = try format(of: connection)
        guard format == SQLiteSchema.format || format == SQLiteSchema.format - 1 else {
            throw CatalogError(
                .format, "open", path,
                cause: "its format is \(format), the one that is read here is \(SQLiteSchema.format)")
        }
        if format < SQLiteSchema.format {
            try connection.execute(
                access == .read ? SQLiteMigration.view : SQLiteSchema.history + SQLiteSeal.table)
        }
        return connection
    }

    /// The number of the file's format; 0 where it has none.
    static func format(of connection: SQLiteConnection) throws(CatalogError) -> Int {
        try connection.number("select value from meta where key = 'format'") ?? 0
    }

    /// Makes an empty client database, replacing what a killed program may have left there.
    static func create(_ path: String) throws(CatalogError) -> SQLiteConnection {
        remove(path)
        let connection = try SQLiteConnection(path: path, access: .create)
        try connection.execute(
            """
            pragma page_size = \(SQLiteSchema.pageSize); pragma cache_size = -\(cacheKiB);
            pragma journal_mode = delete; pragma synchronous = full
            """)
        try connection.execute(
            "begin;" + SQLiteSchema.tables + SQLiteSchema.history + SQLiteSeal.table
                + SQLiteSchema.indexes.joined(separator: ";")
                + ";commit")
        try connection.execute("insert into meta values ('format', \(SQLiteSchema.format))")
        return connection
    }

    /// Builds the indexes of a database that was filled without them.
    static func makeIndexes(on connection: borrowing SQLiteConnection) throws(CatalogError) {
        try connection.execute("pragma cache_size = -\(indexingCacheKiB)")
        for statement in SQLiteSchema.indexes { try connection.execute(statement) }
        try connection.execute("pragma cache_size = -\(cacheKiB)")
    }

    /// Puts a new file in its place, from where on it keeps a write-ahead log: the moment at which readers see it.
    static func publish(_ connection: consuming SQLiteConnection, as path: String) throws -> SQLiteConnection {
        try connection.execute("pragma journal_mode = wal")
        let source = connection.path
        try connection.close()
        try Durably.rename(source, to: path)
        return try open(path, .write)
    }

    /// Removes a file with its journal.
    static func remove(_ path: String) {
        for name in [path, path + "-journal", path + "-wal", path + "-shm"] { unlink(name) }
    }
}
