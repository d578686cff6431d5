internal import CSQLite

/// A connection to an SQLite file. One thread at a time may use it and its statements.
///
/// ```swift
/// let connection = try SQLiteConnection(path: "ledger.sqlite", access: .create)
/// try connection.transaction {
///     let insert = try connection.prepare("insert into decision(who, reason) values (?, ?)")
///     try insert.bind(1, "qa"); try insert.bind(2, "seen"); try insert.run()
/// }
/// ```
public final class SQLiteConnection {
    /// What may be done with the file.
    public enum Access: Sendable {
        case read
        /// Reads and writes a file that must be there.
        case write
        /// Reads and writes, making the file where there is none.
        case create
    }

    public let path: String
    let handle: OpaquePointer
    /// In milliseconds.
    private let busyTimeout: Int32
    private var isClosed = false

    /// Without memory statistics two connections do not queue for one lock; to be said before the first is opened.
    private static let settings: Void = { _ = holdfast_sqlite_disable_memory_statistics() }()

    /// - Parameters:
    ///   - path: the file; `:memory:` for a database that nobody else sees.
    ///   - busyTimeoutSeconds: how long a statement waits for another program's lock before it fails with `.busy`.
    public init(path: String, access: Access, busyTimeoutSeconds: Double = 10) throws(CatalogError) {
        _ = Self.settings
        self.path = path
        let flags =
            switch access {
            case .read: SQLITE_OPEN_READONLY
            case .write: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard status == SQLITE_OK, let opened else {
            let failure = SQLiteFailure.error(status, "open", path, opened)
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
        busyTimeout = Int32(clamping: Int(busyTimeoutSeconds * 1000))
        sqlite3_busy_timeout(handle, busyTimeout)
    }

    deinit { if !isClosed { sqlite3_close_v2(handle) } }

    /// Closes the file now and says what that refuses; no statement may be left.
    func close() throws(CatalogError) {
        try check(sqlite3_close(handle), "close")
        isClosed = true
    }

    /// Runs statements, separated by semicolons, that give no rows or whose rows nobody wants.
    public func execute(_ sql: String) throws(CatalogError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), "run a statement on")
    }

    /// A statement to be run once or often; `?` stands for a value to be bound.
    public func prepare(_ sql: String) throws(CatalogError) -> SQLiteStatement {
        try SQLiteStatement(sql, on: self)
    }

    /// Runs `body` in a transaction that takes the write lock at its start; an error rolls everything back.
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try begin()
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Starts a transaction and takes the write lock.
    public func begin() throws(CatalogError) { try execute("begin immediate") }

    public func commit() throws(CatalogError) { try check(sqlite3_exec(handle, "commit", nil, nil, nil), "commit to") }

    /// Undoes what the open transaction did; nothing where none is open. Many errors roll back by themselves.
    public func rollback() { if isInTransaction { sqlite3_exec(handle, "rollback", nil, nil, nil) } }

    public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// The id of the row inserted last.
    public var lastRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Rows that the last insert, update or delete changed.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    /// Moves what the write-ahead log holds into the file and cuts the log, as far as readers let it; waits for nobody.
    public func emptyLog() {
        sqlite3_busy_timeout(handle, 0)
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        sqlite3_busy_timeout(handle, busyTimeout)
    }

    func check(_ status: Int32, _ operation: String) throws(CatalogError) {
        guard status == SQLITE_OK else { throw SQLiteFailure.error(status, operation, path, handle) }
    }
}

extension SQLiteConnection {
    /// The first column of a query's first row as a number; nil where there is no row or it holds none.
    public func number(_ sql: String) throws(CatalogError) -> Int? {
        let statement = try prepare(sql)
        return try statement.step() && !statement.isNull(0) ? statement.int(0) : nil
    }

    /// The first column of a query's first row as text; nil where there is no row or it holds none.
    public func text(_ sql: String) throws(CatalogError) -> String? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.text(0) : nil
    }
}
