public import Update

/// A client database in one schema of a PostgreSQL server.
///
/// Readers see the version that was committed last, whatever is installed meanwhile. Whoever writes holds a lock of the
/// schema for as long as the transaction lasts; the server frees it when the connection ends.
public final class PostgreSQLCatalog: CatalogStore {
    public let address: PostgreSQLAddress
    let matching: ClusterMatching
    let holdings: [String: HoldingsMap]
    /// For writing; nil until it is needed.
    private var writer: PostgreSQLConnection?

    /// - Parameters:
    ///   - address: the schema need not be there yet; the server's database must.
    ///   - matching: how the client's records are matched.
    ///   - holdings: where holdings stand, by the contributor's symbol, for a schema of the format before.
    public init(
        _ address: PostgreSQLAddress, matching: ClusterMatching = .none, holdings: [String: HoldingsMap] = [:]
    ) {
        self.address = address
        self.matching = matching
        self.holdings = holdings
    }

    public func reading() throws -> any CatalogReading {
        let connection = try PostgreSQLConnection(address)
        switch try PostgreSQLSchema.state(on: connection) {
        case .made: break
        case .earlier: try connection.execute(PostgreSQLMigration.view(of: address))
        case .absent, .empty:
            // Tables that nobody else sees and that go with the connection.
            try connection.execute("set search_path = pg_temp; begin")
            try connection.execute(PostgreSQLSchema.tables)
            return try PostgreSQLReading(connection)
        }
        // The first statement of the transaction fixes what it sees.
        try connection.execute("begin isolation level repeatable read read only")
        _ = try connection.query("select count(*) from meta")
        return try PostgreSQLReading(connection)
    }

    public func install<Result>(
        _ submission: SubmissionFacts, input: String, replacing: Int?, _ body: (any InstallTransaction) throws -> Result
    ) throws -> Result {
        try writing(makesSchema: true) { connection, isNew in
            let clusters = try PostgreSQLClusters.forInstall(connection, matching)
            if let replacing { try PostgreSQLUndo.undo(replacing, on: connection, clusters: clusters) }
            let version = try PostgreSQLBooks.begin(submission, input: input, on: connection)
            return try body(
                PostgreSQLInstall(connection, version: version, isNew: isNew, clusters: clusters))
        }
    }

    public func undo(_ version: Int, _ prove: (OpenUndo) throws -> Void) throws {
        try writing(makesSchema: false) { connection, _ in
            if try PostgreSQLRematch.undo(version, on: connection, matching) { return }
            let clusters = try PostgreSQLClusters.stored(connection, matching)
            let undone = try PostgreSQLUndo.undo(version, on: connection, clusters: clusters)
            _ = try clusters?.settle()
            try prove(
                OpenUndo(
                    version: undone, reading: PostgreSQLReading(connection), committed: reading(),
                    rules: clusters?.rules))
        }
    }

    public func forgetImages(of contributor: Int, upTo version: Int) throws -> Int {
        try writing(makesSchema: false) { connection, _ in
            try PostgreSQLReading.forget(contributor, upTo: version, on: connection)
        }
    }

    public func rematch(period: String) throws -> RematchReport {
        try writing(makesSchema: false) { connection, _ in
            try PostgreSQLRematch.run(period: period, on: connection, matching)
        }
    }

    public func audit(_ profiles: AuditProfiles, progress: (Int) -> Void) throws -> AuditReport {
        let connection = try openWriter()
        try connection.execute("begin")
        defer { connection.rollback() }
        try lock(connection)
        // A schema of the format before is judged by what it becomes.
        try PostgreSQLMigration.migrate(connection, holdings)
        guard case .made = try PostgreSQLSchema.state(on: connection) else { return AuditReport() }
        return try PostgreSQLAudit(connection, matching, profiles).run(progress)
    }

    // MARK: Writing

    /// Runs `body` in a transaction that holds the schema's lock, and tells it whether the tables were made in it.
    private func writing<Result>(
        makesSchema: Bool, _ body: (PostgreSQLConnection, _ isNew: Bool) throws -> Result
    ) throws -> Result {
        let connection = try openWriter()
        try migrate(connection)
        return try connection.transaction {
            try lock(connection)
            if makesSchema {
                return try body(connection, PostgreSQLSchema.make(on: connection))
            }
            try requireSchema(on: connection)
            return try body(connection, false)
        }
    }

    /// Brings the schema to the present format in a transaction of its own; nothing where it is there.
    private func migrate(_ connection: PostgreSQLConnection) throws {
        guard case .earlier = try PostgreSQLSchema.state(on: connection) else { return }
        try connection.transaction {
            try lock(connection)
            try PostgreSQLMigration.migrate(connection, holdings)
        }
    }

    private func lock(_ connection: PostgreSQLConnection) throws(CatalogError) {
        do {
            try connection.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [.text(address.schema)])
        } catch  where error.kind == .busy {
            throw CatalogError(.busy, "lock", address.name, cause: "another program has held its lock for 10 seconds")
        }
    }

    private func requireSchema(on connection: PostgreSQLConnection) throws {
        guard case .made = try PostgreSQLSchema.state(on: connection) else {
            throw CatalogRefusal("there is nothing in \(address.name): nothing was ever installed there")
        }
    }

    private func openWriter() throws(CatalogError) -> PostgreSQLConnection {
        if let writer, writer.isAlive { return writer }
        let connection = try PostgreSQLConnection(address)
        writer = connection
        return connection
    }
}
