internal import MARC
internal import Update

/// Reads every row of a client database, the whole index and all sums, and names what is not as Holdfast has left it.
/// Works in a transaction that its owner rolls back.
final class PostgreSQLAudit: StoreAudit {
    let connection: PostgreSQLConnection
    let rows: PostgreSQLRows

    init(_ connection: PostgreSQLConnection, _ matching: ClusterMatching, _ profiles: AuditProfiles) {
        self.connection = connection
        rows = PostgreSQLRows(connection)
        super.init(matching, profiles)
    }

    /// - Parameter progress: gets the number of records that were read so far.
    func run(_ progress: (Int) -> Void) throws -> AuditReport {
        try checkSchema()
        try checkContributors()
        forgotten = try PostgreSQLReading(connection).forgotten()
        try collectLatestChanges()
        let suspects = try readRecords(progress)
        try checkLost()
        try checkOrphans()
        try readImages()
        try checkSums(suspects)
        try checkVersions()
        try checkSequences()
        try checkIndex()
        try checkClusters()
        return report
    }

    private func checkContributors() throws {
        for row in try connection.query("select id, symbol from contributor order by id") {
            let (id, symbol) = (row.int(0), row.text(1) ?? "")
            symbols[id] = symbol
            report.read("contributor")
            if try PostgreSQLSeal.isWhole(.contributor, id, on: connection) == false {
                report.add(
                    "contributor", symbol, "its symbol or name is not the one that was sealed with its last submission")
            }
        }
    }

    /// The name of the record in a row: contributor, control number and kind from `column` on.
    func name(_ row: PostgreSQLRow, from column: Int) -> String {
        name(row.int(column), row.text(column + 1) ?? "", row.text(column + 2) ?? "")
    }
}
