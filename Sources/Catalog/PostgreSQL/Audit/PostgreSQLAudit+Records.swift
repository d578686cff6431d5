internal import MARC
internal import Update

/// Every record with its holdings and identifiers.
extension PostgreSQLAudit {
    /// Makes a table of the last change of each record.
    func collectLatestChanges() throws {
        try connection.execute(
            """
            create temp table latest on commit drop as
            select v.contributor, c.control_number, c.kind, max(c.id) as change
            from change c join version v on v.id = c.version where c.action <> 'delete-not-held' group by 1, 2, 3;
            analyze latest
            """)
    }

    private static let isSame =
        "l.contributor = r.contributor and l.control_number = r.control_number and l.kind = r.kind"

    /// Reads every record, names those that no version wrote so, and adds up what the rows come to.
    func readRecords(_ progress: (Int) -> Void) throws -> [Suspect] {
        var suspects: [Suspect] = []
        var audit = RecordAudit()
        var done = 0
        try connection.forEachStretch(
            """
            select r.contributor, r.control_number, r.kind, r.id, r.version, c.action, c.version, c.hash = r.hash
            from record r left join latest l on \(Self.isSame) left join change c on c.id = l.change order by r.id
            """
        ) { stretch in
            let stored = try rows.stored(stretch.map { $0.int(3) })
            for (index, row) in stretch.enumerated() {
                let (contributor, version) = (row.int(0), row.int(4))
                let (name, own) = (name(row, from: 0), stored.rows.rows[index].sums)
                sums[contributor, default: TableSums()] += own
                written[version, default: TableSums()] += own
                count(own)
                let change = (action: row.text(5) ?? "", version: row.int(6), isSame: row.bool(7))
                let isUnknown = change.action.isEmpty && isForgotten(version, of: contributor)
                if !isUnknown, let message = Self.contradiction(of: version, change) {
                    add("record", name, of: contributor, version: version, message)
                }
                let found = found(stored.rows, index, contributor)
                for (part, message) in audit.differences(stored.rows, index, found, map(of: contributor)) {
                    suspects.append(
                        Suspect(contributor: contributor, part: part, name: name, version: version, message: message))
                }
            }
            done += stretch.count
            progress(done)
        }
        return suspects
    }
}
