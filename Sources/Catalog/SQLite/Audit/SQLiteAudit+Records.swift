internal import MARC
internal import Update

/// Every record with its holdings and identifiers.
extension SQLiteAudit {
    /// Makes a table of the last change of each record. Its columns have the types of those that they are compared with:
    /// without them SQLite does not use its key, and reads the whole table for each record.
    func collectLatestChanges() throws {
        try connection.execute(
            """
            create temp table latest(contributor integer, control_number text, kind text, change integer,
                primary key(contributor, control_number, kind))
                without rowid;
            insert into latest select v.contributor, c.control_number, c.kind, max(c.id)
                from change c join version v on v.id = c.version where c.action <> 'delete-not-held' group by 1, 2, 3;
            """)
    }

    /// Reads every record, names those that no version wrote so, and adds up what the rows come to.
    func readRecords(_ progress: (Int) -> Void) throws -> [Suspect] {
        let select = try connection.prepare(
            """
            select r.id, r.contributor, r.version, r.kind, r.control_number, c.action, c.version, c.hash = r.hash
            from record r left join latest l on l.contributor = r.contributor and l.control_number = r.control_number
                and l.kind = r.kind left join change c on c.id = l.change
            order by r.id
            """)
        var suspects: [Suspect] = []
        var audit = RecordAudit()
        var done = 0
        while try select.step() {
            let (contributor, version) = (select.int(1), select.int(2))
            let name = name(contributor, select.text(4) ?? "", select.text(3) ?? "")
            var stored = StoredRows()
            try rows.append(select.int(0), to: &stored)
            let own = stored.rows.rows[0].sums
            sums[contributor, default: TableSums()] += own
            written[version, default: TableSums()] += own
            count(own)
            let change = (action: select.text(5) ?? "", version: select.int(6), isSame: select.int(7) != 0)
            let isUnknown = change.action.isEmpty && isForgotten(version, of: contributor)
            if !isUnknown, let message = Self.contradiction(of: version, change) {
                add("record", name, of: contributor, version: version, message)
            }
            let found = found(stored.rows, 0, contributor)
            for (part, message) in audit.differences(stored.rows, 0, found, map(of: contributor)) {
                suspects.append(
                    Suspect(contributor: contributor, part: part, name: name, version: version, message: message))
            }
            done += 1
            if done % 1024 == 0 { progress(done) }
        }
        return suspects
    }
}
