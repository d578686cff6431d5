internal import MARC
internal import Update

/// Keys, clusters and the review list.
extension SQLiteAudit {
    func checkClusters() throws {
        guard let clusters = try SQLiteClusters.stored(connection, matching) else { return }
        checkRules(clusters.rules.text, under: SQLiteClusterSchema.rules)
        let before = report.findings.count
        let select = try connection.prepare(
            """
            select contributor, control_number, kind, id, form, marc from record where kind = 'bibliographic' order by id
            """)
        while try select.step() {
            let record = select.int(3)
            let row = try clusters.rows.row(record)
            let keys = try clusters.rows.keys(of: record)
            check(
                name(select, from: 0), of: select.int(0), row.map { ($0, keys) },
                clusters.facts(select.blob(5), select.textBytes(4)))
        }
        try compareClusters(findingsBefore: before) { _ = try clusters.rebuild() }
    }
}
