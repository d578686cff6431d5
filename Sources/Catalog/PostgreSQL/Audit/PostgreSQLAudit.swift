internal import MARC
internal import Update

/// Reads every row of a client database, the whole index and all sums, and names what is not as Holdfast has left it.
///
/// What the rows of a contributor come to is held against the sums that installs keep; where they differ, each row is held
/// against what its record's content makes of it, and against what the versions say they wrote. Works in a transaction that
/// its owner rolls back.
final class PostgreSQLAudit {
    let connection: PostgreSQLConnection
    let matching: ClusterMatching
    let profiles: AuditProfiles
    let rows: PostgreSQLRows
    var report = AuditReport()
    /// What the rows come to that stand now, by contributor.
    var sums: [Int: TableSums] = [:]
    /// What those rows come to that a version wrote and that stand now or as images before.
    var written: [Int: TableSums] = [:]
    /// Versions and contributors of which a row was named, so that their sums need not be named as well.
    var namedVersions: Set<Int> = []
    var namedContributors: Set<Int> = []
    /// Changes whose image is not what its content says, by contributor.
    var suspectImages: [Int: [Int]] = [:]
    var namedImages: Set<Int> = []
    var symbols: [Int: String] = [:]

    init(_ connection: PostgreSQLConnection, _ matching: ClusterMatching, _ profiles: AuditProfiles) {
        self.connection = connection
        self.matching = matching
        self.profiles = profiles
        rows = PostgreSQLRows(connection)
    }

    /// - Parameter progress: gets the number of records that were read so far.
    func run(_ progress: (Int) -> Void) throws -> AuditReport {
        try checkSchema()
        try checkContributors()
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

    /// Names a record that is not as a version wrote it.
    func add(_ table: String, _ name: String, of contributor: Int, version: Int, _ message: String) {
        report.add(table, name, message)
        namedVersions.insert(version)
        namedContributors.insert(contributor)
    }

    /// `lib1/4711`, with the kind where it is not bibliographic.
    func name(_ contributor: Int, _ controlNumber: String, _ kind: String) -> String {
        RecordName(
            RecordIdentity(
                contributor: symbols[contributor] ?? "contributor \(contributor)", controlNumber: controlNumber),
            kind: kind
        ).description
    }

    /// The name of the record in a row: contributor, control number and kind from `column` on.
    func name(_ row: PostgreSQLRow, from column: Int) -> String {
        name(row.int(column), row.text(column + 1) ?? "", row.text(column + 2) ?? "")
    }
}
