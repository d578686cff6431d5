internal import MARC
internal import Update

/// Keys, clusters and the review list.
extension PostgreSQLAudit {
    func checkClusters() throws {
        guard let clusters = try PostgreSQLClusters.stored(connection, matching) else { return }
        checkRules(clusters.rules.text, under: PostgreSQLClusterSchema.rules)
        let before = report.findings.count
        try connection.forEachStretch(
            """
            select contributor, control_number, kind, id, form, marc from record where kind = 'bibliographic' order by id
            """
        ) { stretch in
            let records = stretch.map { $0.int(3) }
            try clusters.rows.expect(.rows(records))
            try clusters.rows.expect(.keys(records))
            for row in stretch {
                let held = try clusters.rows.row(row.int(3))
                let keys = try clusters.rows.keys(of: row.int(3))
                check(
                    name(row, from: 0), of: row.int(0), held.map { ($0, keys) },
                    clusters.facts(row.bytes(5), RecordForm(word: row.bytes(4))))
            }
        }
        try compareClusters(findingsBefore: before) { _ = try clusters.rebuild() }
    }
}
