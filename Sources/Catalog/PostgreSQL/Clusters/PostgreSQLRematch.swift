internal import MARC
internal import Update

/// Makes all keys and clusters of a database anew, by other rules or by the same.
struct PostgreSQLRematch {
    private let connection: PostgreSQLConnection
    private let matching: ClusterMatching

    private static let table = """
        create table if not exists rematch(
            version bigint primary key, rules_before text, rules text, report text not null default '');
        """

    /// Inside the open transaction: rematches by the client's rules and makes the version.
    static func run(period: String, on connection: PostgreSQLConnection, _ matching: ClusterMatching) throws
        -> RematchReport
    {
        try connection.execute(table)
        let before = try PostgreSQLClusterSchema.rules(on: connection)
        var report = RematchReport(
            version: try makeVersion(period, on: connection), rulesBefore: before, rules: matching.rules?.text)
        try PostgreSQLRematch(connection: connection, matching: matching).rebuild(by: matching.rules, &report)
        try connection.query(
            "insert into rematch(version, rules_before, rules) values ($1, $2, $3)",
            [.int(report.version), .text(before), .text(report.rules)])
        for sealed in [SealedRows.version, .history, .rematch] {
            try PostgreSQLSeal.seal(sealed, report.version, on: connection)
        }
        return report
    }

    /// Undoes a rematch inside the open transaction: the rules before are the rules again.
    ///
    /// - Returns: false where the version is not that of a rematch.
    static func undo(_ version: Int, on connection: PostgreSQLConnection, _ matching: ClusterMatching) throws -> Bool {
        guard try PostgreSQLClusterSchema.isTable("rematch", on: connection) else { return false }
        let rows = try connection.query("select rules_before from rematch where version = $1", [.int(version)])
        guard let row = rows.first else { return false }
        let before = row.text(0)
        let newer = "select max(version) from rematch where version > $1"
        if let newer = try connection.number(newer, [.int(version)]) {
            throw CatalogRefusal(
                "version \(version) cannot be undone while the later rematch \(newer) stands on it; undo that first")
        }
        var report = RematchReport(version: version, rulesBefore: nil, rules: before)
        try PostgreSQLRematch(connection: connection, matching: matching)
            .rebuild(by: before.map { try matching.read($0) }, &report)
        try connection.query("delete from rematch where version = $1", [.int(version)])
        try connection.query("delete from version where id = $1", [.int(version)])
        try PostgreSQLSeal.forget(version, on: connection)
        return true
    }

    private static func makeVersion(_ period: String, on connection: PostgreSQLConnection) throws -> Int {
        let version = try PostgreSQLBooks.nextVersion(on: connection)
        try connection.query(
            """
            insert into version(
                id, contributor, period, mode, submission, input, rows_before, rows_after, sums_before)
            select $1, \(CatalogVersion.noContributor), $2, 'rematch', '', '', count(*), count(*), '' from record
            """, [.int(version), .text(period)])
        return version
    }

    private func rebuild(by rules: (any ClusterRules)?, _ report: inout RematchReport) throws {
        let before = try masters()
        report.clustersBefore = before.isEmpty ? 0 : try count()
        let isNew = try PostgreSQLClusterSchema.create(rules?.text, on: connection)
        guard let rules else { return }
        if isNew { try connection.execute(PostgreSQLClusterSchema.dropIndexes) }
        let clusters = PostgreSQLClusters(connection, rules)
        report.records = try writeKeys(clusters, before)
        if isNew { try connection.execute(PostgreSQLClusterSchema.indexes) }
        try connection.execute("analyze cluster, match_key")
        let changes = try clusters.rebuild()
        if !before.isEmpty { report.changes = changes }
        report.clusters = try count()
    }

    private func count() throws -> Int {
        try connection.number("select count(*) from cluster where record = master") ?? 0
    }

    /// The master of each record, by its number; empty where records were not matched.
    private func masters() throws -> [UInt32] {
        guard try PostgreSQLClusterSchema.exists(on: connection) else { return [] }
        var masters: [UInt32] = []
        try connection.forEachRow("select record, master from cluster order by record") { row in
            masters.append(contentsOf: repeatElement(0, count: max(0, row.int(0) - masters.count)))
            masters.append(UInt32(clamping: row.int(1)))
        }
        return masters
    }

    /// Makes the keys of every bibliographic record.
    ///
    /// - Returns: how many there are.
    private func writeKeys(_ clusters: PostgreSQLClusters, _ masters: [UInt32]) throws -> Int {
        var count = 0
        try connection.forEachRow(
            "select id, contributor, form, marc from record where kind = 'bibliographic' order by id"
        ) { row in
            let record = row.int(0)
            let facts = clusters.facts(row.bytes(3), RecordForm(word: row.bytes(2)))
            let before = masters.indices.contains(record) ? Int(masters[record]) : 0
            try clusters.rows.insert(
                record,
                ClusterRow(
                    master: masters.isEmpty ? record : before, contributor: row.int(1), level: facts.level,
                    oclc: facts.oclc, title: facts.title), facts.keys)
            count += 1
        }
        try clusters.rows.send()
        return count
    }
}
