internal import MARC
internal import Update

/// What a schema held after each of its versions, worked out backwards from what it holds now: the first change of a record
/// after a version keeps the record as that version left it.
extension PostgreSQLReading {
    /// The records changed by some versions, each with its first change.
    private static func firstChanges(_ condition: String) -> String {
        """
        select v.contributor, c.control_number, c.kind, min(c.id) as change
        from change c join version v on v.id = c.version
        where \(condition) and c.action <> 'delete-not-held' group by 1, 2, 3
        """
    }

    private static func isSame(_ table: String) -> String {
        "\(table).contributor = t.contributor and \(table).control_number = t.control_number and \(table).kind = t.kind"
    }

    func forEachRecord(
        of contributor: String?, after version: Int?, _ body: (RecordName, RecordImage) throws -> Void
    ) throws {
        let first = version.map { Self.firstChange(of: $0 + 1) } ?? .max
        try connection.forEachRow(
            """
            with later as (\(Self.firstChanges("c.id >= $2")))
            select s.symbol, r.control_number, r.kind, r.marc, r.form
            from record r join contributor s on s.id = r.contributor
            where ($1 is null or s.symbol = $1) and not exists (select 1 from later l where l.contributor = r.contributor
                and l.control_number = r.control_number and l.kind = r.kind)
            union all
            select s.symbol, l.control_number, l.kind, c.before_marc, c.before_form
            from later l join contributor s on s.id = l.contributor join change c on c.id = l.change
            where ($1 is null or s.symbol = $1) and c.action <> 'added'
            order by 1, 2, 3
            """, [.text(contributor), .int(first)]
        ) { row in try body(Self.name(row), RecordImage(row.bytes(3), row.bytes(4))) }
    }

    func forEachDifference(from earlier: Int, to later: Int, _ body: (RecordDifference) throws -> Void) throws {
        try connection.forEachRow(
            """
            with t as (\(Self.firstChanges("c.id >= $1 and c.id < $2"))), later as (\(Self.firstChanges("c.id >= $2")))
            select s.symbol, t.control_number, t.kind, c.before_marc, c.before_form,
                case when l.change is null then r.marc else d.before_marc end,
                case when l.change is null then r.form else d.before_form end
            from t join contributor s on s.id = t.contributor join change c on c.id = t.change
                left join later l on \(Self.isSame("l")) left join change d on d.id = l.change
                left join record r on \(Self.isSame("r"))
            order by 1, 2, 3
            """, [.int(Self.firstChange(of: earlier + 1)), .int(Self.firstChange(of: later + 1))]
        ) { row in
            func image(_ column: Int) -> RecordImage? {
                row.isNull(column) ? nil : RecordImage(row.bytes(column), row.bytes(column + 1))
            }
            let difference = RecordDifference(name: Self.name(row), before: image(3), after: image(5))
            if difference.before != difference.after { try body(difference) }
        }
    }

    private static func name(_ row: PostgreSQLRow) -> RecordName {
        RecordName(
            RecordIdentity(contributor: row.text(0) ?? "", controlNumber: row.text(1) ?? ""), kind: row.text(2) ?? "")
    }
}
