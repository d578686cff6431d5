internal import MARC
internal import Update

/// Keys, clusters and the review list, all made anew and compared.
extension PostgreSQLAudit {
    func checkClusters() throws {
        guard let clusters = try PostgreSQLClusters.stored(connection, matching) else { return }
        if let rules = matching.rules, rules.text != clusters.rules.text {
            report.add(
                "meta", PostgreSQLClusterSchema.rules,
                "the rules kept are not the client's; holdfast rematch makes the clusters anew by these")
        }
        let before = report.findings.count
        try checkFacts(clusters)
        try checkStrayKeys()
        // With other keys other clusters would come out.
        if report.findings.count == before { try checkMasters(clusters) }
    }

    /// What matching knows of each record is what the rules make of it.
    private func checkFacts(_ clusters: PostgreSQLClusters) throws {
        try connection.forEachStretch(
            """
            select contributor, control_number, kind, id, form, marc from record where kind = 'bibliographic' order by id
            """
        ) { stretch in
            let records = stretch.map { $0.int(3) }
            try clusters.rows.expect(.rows(records))
            try clusters.rows.expect(.keys(records))
            for row in stretch { try checkFacts(row, clusters) }
        }
    }

    private func checkFacts(_ row: PostgreSQLRow, _ clusters: PostgreSQLClusters) throws {
        let name = name(row, from: 0)
        report.read("cluster")
        guard let held = try clusters.rows.row(row.int(3)) else {
            return report.add("cluster", name, "the record is in no cluster")
        }
        let expected = clusters.facts(row.bytes(5), RecordForm(word: row.bytes(4)))
        report.read("match_key", expected.keys.count)
        if try clusters.rows.keys(of: row.int(3)) != expected.keys {
            report.add("match_key", name, "its match keys are not those that the rules make of it")
        }
        let isSame =
            held.level == expected.level && held.title == expected.title && held.oclc == expected.oclc
            && held.contributor == row.int(0)
        if !isSame {
            report.add("cluster", name, "its level, title, OCLC numbers or contributor are not those of the record")
        }
    }

    private func checkStrayKeys() throws {
        for table in ["cluster", "match_key"] {
            let strays = try connection.query(
                """
                select record, count(*) from \(table)
                where record not in (select id from record where kind = 'bibliographic') group by 1 order by 1
                """)
            for row in strays {
                report.add(
                    table, "record number \(row.int(0))",
                    "\(row.int(1)) rows belong to a bibliographic record that does not stand in the database")
            }
        }
    }

    /// Clusters and review list are those of a rebuild, which the owner's rollback takes back.
    private func checkMasters(_ clusters: PostgreSQLClusters) throws {
        try connection.execute(
            """
            create temp table masters_held on commit drop as select record, master from cluster;
            create temp table review_held on commit drop as select kind, evidence, record from review;
            """)
        report.read("review", try connection.number("select count(*) from review") ?? 0)
        _ = try clusters.rebuild()
        try nameMasters()
        try nameDoubts("review_held", "review", "it is on the list, and nothing doubtful is to be found")
        try nameDoubts("review", "review_held", "it is doubtful, and not on the list")
    }

    private func nameMasters() throws {
        let rows = try connection.queryOnce(
            """
            select r.contributor, r.control_number, r.kind, m.contributor, m.control_number, m.kind
            from masters_held h join cluster c on c.record = h.record join record r on r.id = c.record
                join record m on m.id = c.master
            where h.master <> c.master order by r.id
            """)
        for row in rows {
            report.add(
                "cluster", name(row, from: 0),
                "it belongs to the cluster of \(name(row, from: 3)), and the database has it in another")
        }
    }

    private func nameDoubts(_ table: String, _ other: String, _ message: String) throws {
        let rows = try connection.queryOnce(
            """
            select distinct kind, evidence from (select kind, evidence, record from \(table) except
                select kind, evidence, record from \(other)) x order by 1, 2
            """)
        for row in rows { report.add("review", "\(row.text(0) ?? "") \(row.text(1) ?? "")", message) }
    }
}
