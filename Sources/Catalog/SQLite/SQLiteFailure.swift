internal import CSQLite

/// The one place where SQLite's result codes become a ``CatalogError``.
enum SQLiteFailure {
    /// The error behind `code`, in the words that `handle` has for it.
    static func error(_ code: Int32, _ operation: String, _ path: String, _ handle: OpaquePointer?) -> CatalogError {
        let words = handle.flatMap { sqlite3_extended_errcode($0) & 0xFF == code & 0xFF ? sqlite3_errmsg($0) : nil }
        let cause = words.map { String(cString: $0) } ?? sqlite3_errstr(code).map { String(cString: $0) } ?? "unknown"
        return CatalogError(kind(code), operation, path, cause: cause, code: code)
    }

    private static func kind(_ code: Int32) -> CatalogError.Kind {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case SQLITE_IOERR, SQLITE_PROTOCOL: .device
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_NOMEM: .memory
        default: .misuse
        }
    }
}
