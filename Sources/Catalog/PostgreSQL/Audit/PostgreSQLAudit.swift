internal import MARC
internal import Update

/// Reads every row of a client database, the whole index and all sums, and names what is not as Holdfast has left it.
/// Works in a transaction that its owner rolls back.
final class PostgreSQLAudit: StoreAudit, StoreReader {
    let connection: PostgreSQLConnection
    let rows: PostgreSQLRows
    let reading: any CatalogReading

    init(_ connection: PostgreSQLConnection, _ matching: ClusterMatching, _ profiles: AuditProfiles) throws {
        self.connection = connection
        let reading = try PostgreSQLReading(connection)
        rows = reading.rows
        self.reading = reading
        super.init(matching, profiles)
    }

    /// - Parameter progress: gets the number of records that were read so far.
    func run(_ progress: (Int) -> Void) throws -> AuditReport {
        try readAll(progress)
        return report
    }

    func checkStructure() throws { try checkSchema() }

    func forEachImage(_ body: (StoredImage) -> Void) throws {
        try PostgreSQLImages.forEachImage(of: 0...(.max), on: connection, body)
    }
}
