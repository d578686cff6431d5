internal import MARC
internal import Update

/// Keys, clusters and the review list, all made anew and compared.
extension SQLiteAudit {
    func checkClusters() throws {
        guard let clusters = try SQLiteClusters.stored(connection, matching) else { return }
        if let rules = matching.rules, rules.text != clusters.rules.text {
            report.add(
                "meta", SQLiteClusterSchema.rules,
                "the rules kept are not the client's; holdfast rematch makes the clusters anew by these")
        }
        let before = report.findings.count
        try checkFacts(clusters)
        try checkStrayKeys()
        // With other keys other clusters would come out.
        if report.findings.count == before { try checkMasters(clusters) }
    }

    /// What matching knows of each record is what the rules make of it.
    private func checkFacts(_ clusters: SQLiteClusters) throws {
        let reading = try SQLiteClusterReading(connection)
        let select = try connection.prepare(
            """
            select id, contributor, control_number, form, marc from record where kind = 'bibliographic' order by id
            """)
        while try select.step() {
            let record = select.int(0)
            let name = name(select.int(1), select.text(2) ?? "", RecordKind.bibliographic.name)
            report.read("cluster")
            guard let held = try reading?.facts(of: record), let row = try clusters.rows.row(record) else {
                report.add("cluster", name, "the record is in no cluster")
                continue
            }
            var expected = clusters.facts(select.blob(4), select.textBytes(3))
            report.read("match_key", expected.keys.count)
            if held.keys != expected.keys {
                report.add("match_key", name, "its match keys are not those that the rules make of it")
            }
            expected.keys = held.keys
            if held != expected || row.contributor != select.int(1) {
                report.add("cluster", name, "its level, title, OCLC numbers or contributor are not those of the record")
            }
        }
    }

    private func checkStrayKeys() throws {
        for (table, column) in [("cluster", "record"), ("match_key", "record")] {
            let select = try connection.prepare(
                """
                select \(column), count(*) from \(table)
                where \(column) not in (select id from record where kind = 'bibliographic') group by 1 order by 1
                """)
            while try select.step() {
                report.add(
                    table, "record number \(select.int(0))",
                    "\(select.int(1)) rows belong to a bibliographic record that does not stand in the database")
            }
        }
    }

    /// Clusters and review list are those of a rebuild, which the owner's rollback takes back.
    private func checkMasters(_ clusters: SQLiteClusters) throws {
        try connection.execute(
            """
            create temp table masters_held as select record, master from cluster;
            create temp table review_held as select kind, evidence, record from review;
            """)
        report.read("review", try connection.number("select count(*) from review") ?? 0)
        _ = try clusters.rebuild()
        try nameMasters()
        try nameDoubts("review_held", "review", "it is on the list, and nothing doubtful is to be found")
        try nameDoubts("review", "review_held", "it is doubtful, and not on the list")
    }

    private func nameMasters() throws {
        let select = try connection.prepare(
            """
            select r.contributor, r.control_number, m.contributor, m.control_number from masters_held h
                join cluster c on c.record = h.record join record r on r.id = c.record join record m on m.id = c.master
            where h.master <> c.master order by r.id
            """)
        let kind = RecordKind.bibliographic.name
        while try select.step() {
            report.add(
                "cluster", name(select.int(0), select.text(1) ?? "", kind),
                "it belongs to the cluster of \(name(select.int(2), select.text(3) ?? "", kind)), and the database has it in another"
            )
        }
    }

    private func nameDoubts(_ table: String, _ other: String, _ message: String) throws {
        let select = try connection.prepare(
            """
            select distinct kind, evidence from (select kind, evidence, record from \(table) except
                select kind, evidence, record from \(other)) order by 1, 2
            """)
        while try select.step() { report.add("review", "\(select.text(0) ?? "") \(select.text(1) ?? "")", message) }
    }
}
