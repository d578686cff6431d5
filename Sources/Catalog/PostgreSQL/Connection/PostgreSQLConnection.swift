internal import CLibPQ
internal import Glibc

/// A connection to a PostgreSQL server, its tables sought in one schema. One thread at a time may use it.
///
/// ```swift
/// let connection = try PostgreSQLConnection(address)
/// try connection.transaction {
///     try connection.query("insert into contributor values ($1, $2, $3)", [.int(1), .text("bva"), .text("Library")])
/// }
/// ```
public final class PostgreSQLConnection {
    public let address: PostgreSQLAddress
    let handle: OpaquePointer
    /// Names of prepared statements by their SQL.
    private var prepared: [String: String] = [:]
    private var cursors = 0

    /// How long a statement waits for another program's lock before it fails with `.busy`.
    private static let lockSeconds = 10
    /// Rows fetched at once of a query that may have many.
    private static let stretch = 500

    /// - Parameter timeoutSeconds: how long to wait for the server's answer.
    public init(_ address: PostgreSQLAddress, timeoutSeconds: Double = 10) throws(CatalogError) {
        self.address = address
        handle = try PostgreSQLDoor.open(address, timeoutSeconds: timeoutSeconds)
        // From here on deinit closes it. A server that no longer hears from us gives up our locks within a minute.
        try execute(
            """
            set client_encoding = 'UTF8'; set client_min_messages = error; set search_path = \(address.quotedSchema);
            set lock_timeout = '\(Self.lockSeconds)s'; set cursor_tuple_fraction = 1; set jit = off;
            set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3
            """)
        if PQserverVersion(handle) >= 140_000 { try? execute("set client_connection_check_interval = '2s'") }
    }

    deinit { PQfinish(handle) }

    /// False once the connection has broken off.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Runs statements, separated by semicolons, whose rows nobody wants.
    public func execute(_ sql: String) throws(CatalogError) {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw failure(result) }
    }

    /// Runs a statement, prepared at its first use; `$1` stands for the first value.
    @discardableResult
    func query(_ sql: String, _ values: [PostgreSQLValue] = []) throws(CatalogError) -> PostgreSQLResult {
        let name = try prepare(sql, values)
        return try result(
            PostgreSQLValue.lend(values) { types, pointers, lengths, formats in
                PQexecPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 1)
            })
    }

    private func prepare(_ sql: String, _ values: [PostgreSQLValue]) throws(CatalogError) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        let types = values.map(\.type)
        _ = try result(PQprepare(handle, name, sql, Int32(types.count), types))
        prepared[sql] = name
        return name
    }

    /// Runs a statement that is not kept.
    @discardableResult
    func queryOnce(_ sql: String, _ values: [PostgreSQLValue] = []) throws(CatalogError) -> PostgreSQLResult {
        try result(
            PostgreSQLValue.lend(values) { types, pointers, lengths, formats in
                PQexecParams(handle, sql, Int32(values.count), types, pointers, lengths, formats, 1)
            })
    }

    /// Lends every row of a query, inside a transaction; further queries may be run meanwhile.
    func forEachRow(
        _ sql: String, _ values: [PostgreSQLValue] = [], _ body: (PostgreSQLRow) throws -> Void
    ) throws {
        try forEachStretch(sql, values) { rows in for row in rows { try body(row) } }
    }

    /// Lends the rows of a query, some hundreds at a time.
    func forEachStretch(
        _ sql: String, _ values: [PostgreSQLValue] = [], _ body: (PostgreSQLResult) throws -> Void
    ) throws {
        cursors += 1
        let name = "c\(cursors)"
        try queryOnce("declare \(name) no scroll cursor for \(sql)", values)
        while true {
            let rows = try queryOnce("fetch \(Self.stretch) from \(name)")
            if rows.count > 0 { try body(rows) }
            if rows.count < Self.stretch { break }
        }
        try execute("close \(name)")
    }

    private func result(_ result: OpaquePointer?) throws(CatalogError) -> PostgreSQLResult {
        let status = PQresultStatus(result)
        guard let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            defer { PQclear(result) }
            throw failure(result)
        }
        return PostgreSQLResult(result)
    }

    func failure(_ result: OpaquePointer?, _ operation: String = "run a statement on") -> CatalogError {
        PostgreSQLFailure.error(result, on: handle, operation, address.name)
    }

    // MARK: Transactions

    /// Runs `body` in a transaction; an error rolls everything back.
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try execute("begin")
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    private func commit() throws(CatalogError) {
        let result = PQexec(handle, "commit")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, "commit to") }
        // A transaction that had failed is rolled back by its commit, without an error.
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw CatalogError(.misuse, "commit to", address.name, cause: "a statement before had failed")
        }
    }

    /// Undoes what the open transaction did; nothing where none is open.
    public func rollback() {
        if PQtransactionStatus(handle) != PQTRANS_IDLE { PQclear(PQexec(handle, "rollback")) }
    }
}

extension PostgreSQLConnection {
    /// The first column of a query's first row as a number; nil where there is no row or it holds none.
    func number(_ sql: String, _ values: [PostgreSQLValue] = []) throws(CatalogError) -> Int? {
        let row = try query(sql, values).first
        return row.flatMap { $0.isNull(0) ? nil : $0.int(0) }
    }

    /// The first column of a query's first row as text; nil where there is no row or it holds none.
    func text(_ sql: String, _ values: [PostgreSQLValue] = []) throws(CatalogError) -> String? {
        try query(sql, values).first?.text(0)
    }

    /// The rows of a query as PostgreSQL writes them out; nil for null.
    public func texts(_ sql: String) throws(CatalogError) -> [[String?]] {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw failure(result) }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in
                PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
            }
        }
    }
}
