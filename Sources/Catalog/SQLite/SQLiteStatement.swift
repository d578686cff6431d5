internal import CSQLite
public import MARC

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite itself.
///
/// Text and bytes that a column lends are valid until the next `step`, `reset` or `bind`.
public final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: SQLiteConnection

    init(_ sql: String, on connection: SQLiteConnection) throws(CatalogError) {
        self.connection = connection
        var prepared: OpaquePointer?
        try connection.check(
            sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil),
            "prepare a statement for")
        guard let prepared else {
            throw CatalogError(.misuse, "prepare a statement for", connection.path, cause: "it is empty")
        }
        handle = prepared
    }

    deinit { sqlite3_finalize(handle) }

    // MARK: Values in

    public func bind(_ index: Int, _ value: Int) throws(CatalogError) {
        try check(sqlite3_bind_int64(handle, Int32(index), sqlite3_int64(value)))
    }

    public func bind(_ index: Int, _ value: Int?) throws(CatalogError) {
        if let value { try bind(index, value) } else { try bindNull(index) }
    }

    /// Binds text, copying it.
    public func bind(_ index: Int, _ value: String?) throws(CatalogError) {
        guard var value else { return try bindNull(index) }
        let status = value.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { text in
                holdfast_sqlite_bind_text_copied(
                    handle, Int32(index), text.baseAddress ?? Self.empty, Int32(clamping: text.count))
            }
        }
        try check(status)
    }

    /// Binds bytes as a blob, copying them.
    public func bind(_ index: Int, blob: [UInt8]) throws(CatalogError) {
        let status = blob.withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(handle, Int32(index), 0)
                : holdfast_sqlite_bind_blob_copied(
                    handle, Int32(index), bytes.baseAddress, Int32(clamping: bytes.count))
        }
        try check(status)
    }

    public func bindNull(_ index: Int) throws(CatalogError) { try check(sqlite3_bind_null(handle, Int32(index))) }

    /// Binds UTF-8 without copying: `text` must stay where it is until the statement is reset or bound anew.
    @inline(__always)
    public func bindBorrowed(_ index: Int, text: ByteView) throws(CatalogError) {
        let start = text.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) } ?? Self.empty
        try check(sqlite3_bind_text(handle, Int32(truncatingIfNeeded: index), start, Int32(clamping: text.count), nil))
    }

    /// Binds a blob without copying: `blob` must stay where it is until the statement is reset or bound anew.
    @inline(__always)
    public func bindBorrowed(_ index: Int, blob: ByteView) throws(CatalogError) {
        guard let start = blob.baseAddress else {
            return try check(sqlite3_bind_zeroblob(handle, Int32(truncatingIfNeeded: index), 0))
        }
        try check(sqlite3_bind_blob(handle, Int32(truncatingIfNeeded: index), start, Int32(clamping: blob.count), nil))
    }

    /// A text of no bytes, for SQLite takes a nil pointer for null.
    nonisolated(unsafe) private static let empty =
        UnsafeRawPointer(("" as StaticString).utf8Start).assumingMemoryBound(to: CChar.self)

    // MARK: Running

    /// Goes to the next row; false where there is none.
    @inline(__always)
    public func step() throws(CatalogError) -> Bool {
        let status = sqlite3_step(handle)
        if status == SQLITE_ROW { return true }
        if status == SQLITE_DONE { return false }
        defer { sqlite3_reset(handle) }
        throw SQLiteFailure.error(status, "run a statement on", connection.path, connection.handle)
    }

    /// Makes the statement ready to run again, keeping what is bound.
    @inline(__always)
    public func reset() { sqlite3_reset(handle) }

    /// Runs a statement that gives no rows, and makes it ready again.
    @inline(__always)
    public func run() throws(CatalogError) {
        _ = try step()
        reset()
    }

    // MARK: Values out

    public var columnCount: Int { Int(sqlite3_column_count(handle)) }

    public func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    @inline(__always)
    public func int(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(truncatingIfNeeded: column))) }

    /// nil for null.
    public func text(_ column: Int) -> String? {
        isNull(column) ? nil : String(decoding: textBytes(column), as: UTF8.self)
    }

    /// The bytes of a text as they lie in the row.
    @inline(__always)
    public func textBytes(_ column: Int) -> ByteView {
        let column = Int32(truncatingIfNeeded: column)
        let start = sqlite3_column_text(handle, column)
        return ByteView(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    /// The bytes of a blob as they lie in the row; none for null.
    @inline(__always)
    public func blob(_ column: Int) -> ByteView {
        let column = Int32(truncatingIfNeeded: column)
        let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
        return ByteView(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    @inline(__always)
    private func check(_ status: Int32) throws(CatalogError) {
        guard status == SQLITE_OK else {
            throw SQLiteFailure.error(status, "bind a value for", connection.path, connection.handle)
        }
    }
}
