public import Update

/// A client database in one SQLite file.
///
/// Readers never wait for an install and never see half of one: a new file is renamed into its place when it is whole, an
/// old one keeps a write-ahead log.
public final class SQLiteCatalog: CatalogStore {
    public let path: String
    /// nil until the first install has made the file; its format may be the one before.
    private(set) var connection: SQLiteConnection?
    let matching: ClusterMatching
    let holdings: [String: HoldingsMap]

    /// - Parameters:
    ///   - path: the file, which need not be there yet; its folder must.
    ///   - matching: how the client's records are matched.
    ///   - holdings: where holdings stand, by the contributor's symbol, for a file of the format before.
    /// - Throws: `CatalogError` where it is no client database, or one of another format.
    public init(
        path: String, matching: ClusterMatching = .none, holdings: [String: HoldingsMap] = [:]
    ) throws(CatalogError) {
        self.path = path
        self.matching = matching
        self.holdings = holdings
        if SQLiteFile.exists(path) { connection = try SQLiteFile.open(path, .write) }
    }

    /// The connection, after the file was brought to the present format in a transaction of its own; nil where there is no
    /// file.
    func writer() throws -> SQLiteConnection? {
        if let connection { try SQLiteMigration.run(on: connection, holdings) }
        return connection
    }

    public func reading() throws -> any CatalogReading {
        guard connection != nil else { return try SQLiteReading(SQLiteFile.create(":memory:")) }
        let reader = try SQLiteFile.open(path, .read)
        // The first statement of the transaction fixes what it sees.
        try reader.execute("begin")
        _ = try reader.number("select count(*) from meta")
        return try SQLiteReading(reader)
    }

    public func install<Result>(
        _ submission: SubmissionFacts, input: String, replacing: Int?, _ body: (any InstallTransaction) throws -> Result
    ) throws -> Result {
        if let connection = try writer() {
            let result = try write(submission, input, replacing, on: connection, body)
            connection.emptyLog()
            return result
        }
        let new = try SQLiteFile.create(SQLiteFile.newPath(path))
        do {
            let result = try write(submission, input, replacing, on: new, body)
            connection = try SQLiteFile.publish(new, as: path)
            return result
        } catch {
            SQLiteFile.remove(new.path)
            throw error
        }
    }

    private func write<Result>(
        _ submission: SubmissionFacts, _ input: String, _ replacing: Int?, on connection: SQLiteConnection,
        _ body: (any InstallTransaction) throws -> Result
    ) throws -> Result {
        try connection.transaction {
            let clusters = try SQLiteClusters.forInstall(connection, matching)
            if let replacing { try SQLiteUndo.undo(replacing, on: connection, clusters: clusters) }
            let isEmpty = try connection.number("select 1 from record limit 1") == nil
            let version = try SQLiteBooks.begin(submission, input: input, on: connection)
            return try body(
                SQLiteInstall(
                    connection, version: version, sums: version.sumsBefore, isEmpty: isEmpty, clusters: clusters))
        }
    }

    public func undo(_ version: Int, _ prove: (OpenUndo) throws -> Void) throws {
        guard let connection = try writer() else { throw CatalogRefusal("\(path) has no version \(version) to undo") }
        try connection.transaction {
            if try SQLiteRematch.undo(version, on: connection, matching) { return }
            let clusters = try SQLiteClusters.stored(connection, matching)
            let undone = try SQLiteUndo.undo(version, on: connection, clusters: clusters)
            _ = try clusters?.settle()
            try prove(
                OpenUndo(
                    version: undone, reading: SQLiteReading(connection), committed: reading(), rules: clusters?.rules))
        }
        connection.emptyLog()
    }
}
