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

    /// Records that a version wrote, that no version deleted, and that do not stand.
    func checkLost() throws {
        try connection.forEachRow(
            """
            select l.contributor, l.control_number, l.kind, c.version from latest l join change c on c.id = l.change
            where c.action in ('added', 'replaced') and not exists (select 1 from record r where \(Self.isSame))
            order by 1, 2, 3
            """
        ) { row in
            add(
                "record", name(row, from: 0), of: row.int(0), version: row.int(3),
                "version \(row.int(3)) wrote it, no version deleted it, and it does not stand in the database")
        }
    }

    /// Rows that hang on no record.
    func checkOrphans() throws {
        for table in ["holding", "identifier"] {
            let strays = try connection.query(
                """
                select t.record, count(*) from \(table) t
                where not exists (select 1 from record r where r.id = t.record) group by 1 order by 1
                """)
            for row in strays {
                report.add(
                    table, "record number \(row.int(0))",
                    "\(row.int(1)) rows hang on a record that does not stand in the database")
            }
        }
    }

    /// The sums kept are those of the rows; where they are not, the rows are named that are not as their content says.
    func checkSums(_ suspects: [Suspect]) throws {
        let kept = try PostgreSQLBooks.sums(on: connection)
        report.read("checksum", try connection.number("select count(*) from checksum") ?? 0)
        checkSums(kept, suspects)
    }
}
