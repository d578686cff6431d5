internal import MARC
internal import Update

/// Makes all keys and clusters of a database anew, by other rules or by the same.
struct SQLiteRematch {
    private let connection: SQLiteConnection
    private let matching: ClusterMatching

    static let table = """
        create table if not exists rematch(
            version integer primary key, rules_before text, rules text, report text not null default '');
        """

    /// Inside the open transaction: rematches by the client's rules and makes the version.
    static func run(period: String, on connection: SQLiteConnection, _ matching: ClusterMatching) throws
        -> RematchReport
    {
        try connection.execute(table)
        let before = try SQLiteClusterSchema.rules(on: connection)
        var report = RematchReport(
            version: try makeVersion(period, on: connection), rulesBefore: before, rules: matching.rules?.text)
        try SQLiteRematch(connection: connection, matching: matching).rebuild(by: matching.rules, &report)
        let insert = try connection.prepare("insert into rematch(version, rules_before, rules) values (?, ?, ?)")
        try insert.bind(1, report.version)
        try insert.bind(2, before)
        try insert.bind(3, report.rules)
        try insert.run()
        for sealed in [SealedRows.version, .history, .rematch] {
            try SQLiteSeal.seal(sealed, report.version, on: connection)
        }
        return report
    }

    /// Undoes a rematch inside the open transaction: the rules before are the rules again.
    ///
    /// - Returns: false where the version is not that of a rematch.
    static func undo(_ version: Int, on connection: SQLiteConnection, _ matching: ClusterMatching) throws -> Bool {
        guard try connection.number("select 1 from sqlite_master where type = 'table' and name = 'rematch'") != nil
        else {
            return false
        }
        let select = try connection.prepare("select rules_before, rules from rematch where version = ?")
        try select.bind(1, version)
        guard try select.step() else { return false }
        let before = select.text(0)
        select.reset()
        if let newer = try connection.number("select max(version) from rematch where version > \(version)") {
            throw CatalogRefusal(
                "version \(version) cannot be undone while the later rematch \(newer) stands on it; undo that first")
        }
        var report = RematchReport(version: version, rulesBefore: nil, rules: before)
        try SQLiteRematch(connection: connection, matching: matching)
            .rebuild(by: before.map { try matching.read($0) }, &report)
        try connection.execute(
            "delete from rematch where version = \(version); delete from version where id = \(version)")
        try SQLiteSeal.forget(version, on: connection)
        return true
    }

    private static func makeVersion(_ period: String, on connection: SQLiteConnection) throws(CatalogError) -> Int {
        let insert = try connection.prepare(
            """
            insert into version(contributor, period, mode, submission, input, rows_before, rows_after, sums_before)
            select \(CatalogVersion.noContributor), ?, 'rematch', '', '', count(*), count(*), '' from record
            """)
        try insert.bind(1, period)
        try insert.run()
        return connection.lastRowID
    }

    private func rebuild(by rules: (any ClusterRules)?, _ report: inout RematchReport) throws {
        let before = try masters()
        report.clustersBefore = before.isEmpty ? 0 : try count()
        try SQLiteClusterSchema.create(rules?.text, on: connection)
        guard let rules else { return }
        for index in SQLiteClusterSchema.dropIndexes { try connection.execute(index) }
        let clusters = try SQLiteClusters(connection, rules)
        report.records = try writeKeys(clusters, before)
        for index in SQLiteClusterSchema.indexes { try connection.execute(index) }
        let changes = try clusters.rebuild()
        if !before.isEmpty { report.changes = changes }
        report.clusters = try count()
    }

    private func count() throws -> Int {
        try connection.number("select count(*) from cluster where record = master") ?? 0
    }

    /// The master of each record, by its number; empty where records were not matched.
    private func masters() throws -> [UInt32] {
        guard try SQLiteClusterSchema.exists(on: connection) else { return [] }
        var masters: [UInt32] = []
        let select = try connection.prepare("select record, master from cluster order by record")
        while try select.step() {
            let record = select.int(0)
            masters.append(contentsOf: repeatElement(0, count: max(0, record - masters.count)))
            masters.append(UInt32(clamping: select.int(1)))
        }
        return masters
    }

    /// Makes the keys of every bibliographic record.
    ///
    /// - Returns: how many there are.
    private func writeKeys(_ clusters: SQLiteClusters, _ masters: [UInt32]) throws -> Int {
        let select = try connection.prepare(
            "select id, contributor, form, marc from record where kind = 'bibliographic' order by id")
        var count = 0
        while try select.step() {
            let record = select.int(0)
            let facts = clusters.facts(select.blob(3), select.textBytes(2))
            let row = ClusterRow(
                master: masters.isEmpty ? record : masters.indices.contains(record) ? Int(masters[record]) : 0,
                contributor: select.int(1),
                level: facts.level, oclc: facts.oclc, title: facts.title)
            try clusters.rows.insert(record, row, facts.keys)
            count += 1
        }
        return count
    }
}

extension SQLiteCatalog {
    public func rematch(period: String) throws -> RematchReport {
        guard let connection = try writer() else {
            throw CatalogRefusal("\(path) is not there, so there is nothing to match")
        }
        return try connection.transaction { try SQLiteRematch.run(period: period, on: connection, matching) }
    }
}
