internal import MARC
internal import Update

/// How a store reads its rows for an audit; the rest is the same for every store.
protocol StoreReader: StoreAudit {
    associatedtype Connection: QueryConnection

    var connection: Connection { get }
    /// The database inside the transaction that the audit works in.
    var reading: any CatalogReading { get }

    /// Holds tables, indexes and triggers, and what lies below them, against those of a new database.
    func checkStructure() throws
    /// Makes a table `latest` of the last change of each record: contributor, control_number, kind, change.
    func collectLatestChanges() throws
    /// Reads every record, names those that no version wrote so, and adds up what the rows come to.
    func readRecords(_ progress: (Int) -> Void) throws -> [Suspect]
    /// Lends every image before, in the order of the changes.
    func forEachImage(_ body: (StoredImage) -> Void) throws
    /// Holds the index for searching against the records.
    func checkIndex() throws
    /// Makes keys, clusters and the review list anew and compares.
    func checkClusters() throws
}

extension StoreReader {
    /// Reads everything.
    ///
    /// - Parameter progress: gets the number of records that were read so far.
    func readAll(_ progress: (Int) -> Void) throws {
        try checkStructure()
        try checkContributors()
        forgotten = try reading.forgotten()
        try collectLatestChanges()
        let suspects = try readRecords(progress)
        try checkLost()
        try checkOrphans()
        try readImages()
        report.read("checksum", try connection.first("select count(*) from checksum") ?? 0)
        checkSums(try reading.sums(), suspects)
        for version in try reading.versions() { try check(version) }
        try checkStrays()
        try checkSequences()
        try checkIndex()
        try checkClusters()
    }

    /// The name of the record in a row: contributor, control number and kind from `column` on.
    func name(_ row: Connection.Row, from column: Int) -> String {
        name(row.int(column), row.text(column + 1) ?? "", row.text(column + 2) ?? "")
    }

    private func checkContributors() throws {
        for contributor in try reading.contributors().sorted(by: { $0.id < $1.id }) {
            symbols[contributor.id] = contributor.symbol
            report.read("contributor")
            if try connection.isWhole(.contributor, contributor.id) == false {
                report.add(
                    "contributor", contributor.symbol,
                    "its symbol or name is not the one that was sealed with its last submission")
            }
        }
    }

    /// Records that a version wrote, that no version deleted, and that do not stand.
    private func checkLost() throws {
        try connection.each(
            """
            select l.contributor, l.control_number, l.kind, c.version from latest l join change c on c.id = l.change
            where c.action in ('added', 'replaced') and not exists (select 1 from record r
                where r.contributor = l.contributor and r.control_number = l.control_number and r.kind = l.kind)
            order by 1, 2, 3
            """
        ) { row in
            add(
                "record", name(row, from: 0), of: row.int(0), version: row.int(3),
                "version \(row.int(3)) wrote it, no version deleted it, and it does not stand in the database")
        }
    }

    /// Rows that hang on no record.
    private func checkOrphans() throws {
        for table in ["holding", "identifier"] {
            try connection.each(
                """
                select t.record, count(*) from \(table) t
                where not exists (select 1 from record r where r.id = t.record) group by 1 order by 1
                """
            ) { row in
                report.add(
                    table, "record number \(row.int(0))",
                    "\(row.int(1)) rows hang on a record that does not stand in the database")
            }
        }
    }
}

/// Keys, clusters and the review list.
extension StoreReader {
    /// Keys and clusters of what is no record, then clusters and list as a rebuild makes them, which the owner's rollback
    /// takes back.
    ///
    /// - Parameter before: findings before the keys were looked at: with other keys other clusters would come out.
    func compareClusters(findingsBefore before: Int, rebuild: () throws -> Void) throws {
        for table in ["cluster", "match_key"] {
            try connection.each(
                """
                select record, count(*) from \(table)
                where record not in (select id from record where kind = 'bibliographic') group by 1 order by 1
                """
            ) { row in
                report.add(
                    table, "record number \(row.int(0))",
                    "\(row.int(1)) rows belong to a bibliographic record that does not stand in the database")
            }
        }
        guard report.findings.count == before else { return }
        try connection.execute(
            """
            create temp table masters_held as select record, master from cluster;
            create temp table review_held as select kind, evidence, record from review;
            """)
        report.read("review", try connection.first("select count(*) from review") ?? 0)
        try rebuild()
        try nameMasters()
        try nameDoubts("review_held", "review", "it is on the list, and nothing doubtful is to be found")
        try nameDoubts("review", "review_held", "it is doubtful, and not on the list")
    }

    /// Adds to the findings what is not as the rules make it of a record.
    ///
    /// - Parameters:
    ///   - held: the record's row and keys; nil where it is in no cluster.
    ///   - expected: what matching has to know of it.
    func check(
        _ name: String, of contributor: Int, _ held: (row: ClusterRow, keys: [MatchKey])?, _ expected: MatchFacts
    ) {
        report.read("cluster")
        guard let held else { return report.add("cluster", name, "the record is in no cluster") }
        report.read("match_key", expected.keys.count)
        if held.keys != expected.keys {
            report.add("match_key", name, "its match keys are not those that the rules make of it")
        }
        let isSame =
            held.row.level == expected.level && held.row.title == expected.title && held.row.oclc == expected.oclc
            && held.row.contributor == contributor
        if !isSame {
            report.add("cluster", name, "its level, title, OCLC numbers or contributor are not those of the record")
        }
    }

    private func nameMasters() throws {
        try connection.each(
            """
            select r.contributor, r.control_number, r.kind, m.contributor, m.control_number, m.kind
            from masters_held h join cluster c on c.record = h.record join record r on r.id = c.record
                join record m on m.id = c.master
            where h.master <> c.master order by r.id
            """
        ) { row in
            report.add(
                "cluster", name(row, from: 0),
                "it belongs to the cluster of \(name(row, from: 3)), and the database has it in another")
        }
    }

    private func nameDoubts(_ table: String, _ other: String, _ message: String) throws {
        try connection.each(
            """
            select distinct kind, evidence from (select kind, evidence, record from \(table) except
                select kind, evidence, record from \(other)) x order by 1, 2
            """
        ) { row in report.add("review", "\(row.text(0) ?? "") \(row.text(1) ?? "")", message) }
    }
}
