internal import MARC
internal import Update

/// Rows that an install has written beside those that its submission intends.
extension SQLiteInstall {
    func strayRows(_ intent: WriteIntent, committed: any CatalogReading) throws -> [StrayRow] {
        guard let watch else { return try strayRowsOfFilled(intent) }
        var strays: [StrayRow] = []
        for table in SQLiteWatch.Table.allCases {
            for record in watch.records[table.rawValue].first(StrayRow.most, notIn: intent.records) {
                let identity = try committed.identity(of: record) ?? identity(of: record)
                strays.append(.named(table.name, identity?.description ?? "record number \(record)"))
            }
        }
        for other in watch.others.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            strays.append(.named(other[0], other[1]))
        }
        let named = Set(strays.map(\.table))
        for (table, intended) in intent.counts(updates: true) where !named.contains(table) {
            if let stray = StrayRow.counted(table, watch.count(table), intended: intended) { strays.append(stray) }
        }
        return strays
    }

    /// Nothing but the submission's own rows may stand in a database that was empty: they are counted, so that nothing need
    /// be watched while it is filled.
    private func strayRowsOfFilled(_ intent: WriteIntent) throws -> [StrayRow] {
        var strays: [StrayRow] = []
        for (table, intended) in intent.counts(updates: true) {
            let counted = table == "search" ? "search_docsize" : table
            let rows = try connection.number("select count(*) from \(counted)") ?? 0
            guard let stray = StrayRow.counted(table, rows: rows, intended: intended.inserted) else { continue }
            let named = try foreignRecords(table, intent)
            strays += named.isEmpty ? [stray] : named
        }
        return strays
    }

    /// Records with rows in a table that are none of those intended.
    private func foreignRecords(_ table: String, _ intent: WriteIntent) throws -> [StrayRow] {
        let columns = ["record": "id", "holding": "record", "identifier": "record"]
        guard let column = columns[table] else { return [] }
        let select = try connection.prepare("select distinct \(column) from \(table) order by 1")
        var strays: [StrayRow] = []
        while strays.count < StrayRow.most, try select.step() {
            let record = select.int(0)
            if intent.records.contains(record) { continue }
            strays.append(.named(table, try identity(of: record)?.description ?? "record number \(record)"))
        }
        return strays
    }
}
