internal import MARC
internal import Update

/// What an SQLite file held after each of its versions, worked out backwards from what it holds now: the first change of a
/// record after a version keeps the record as that version left it.
struct SQLiteTimeline {
    private let connection: SQLiteConnection
    private let records: SQLiteStatement
    private let changes: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(CatalogError) {
        self.connection = connection
        records = try connection.prepare("select marc, form from record where id = ?1")
        changes = try connection.prepare("select before_marc, before_form from change where id = ?1")
    }

    private static func isTouched(_ table: String) -> String {
        ["contributor", "control_number", "kind"].map { "\(table).\($0) = t.\($0)" }.joined(separator: " and ")
    }

    /// Makes a table of the records changed by some versions, each with its first change. Its columns have the types of those
    /// that they are compared with: without them SQLite does not use its key.
    private func collect(_ name: String, from first: Int, below end: Int) throws(CatalogError) {
        try connection.execute(
            """
            drop table if exists temp.\(name);
            create temp table \(name)(
                contributor integer, control_number text, kind text, change integer,
                primary key(contributor, control_number, kind)) without rowid;
            insert into \(name)
            select v.contributor, c.control_number, c.kind, min(c.id) from change c join version v on v.id = c.version
            where c.id between \(first) and \(end - 1) and c.action <> 'delete-not-held' group by 1, 2, 3;
            """)
    }

    func forEachRecord(
        of contributor: String?, after version: Int?, _ body: (RecordName, RecordImage) throws -> Void
    ) throws {
        let first = version.map { SQLiteReading.firstChange(of: $0 + 1) } ?? .max
        try collect("later", from: first, below: .max)
        let select = try connection.prepare(
            """
            select s.symbol, r.control_number, r.kind, r.id, 0 from record r join contributor s on s.id = r.contributor
            where (?1 is null or s.symbol = ?1) and not exists (select 1 from later l where l.contributor = r.contributor
                and l.control_number = r.control_number and l.kind = r.kind)
            union all
            select s.symbol, l.control_number, l.kind, 0, l.change from later l join contributor s on s.id = l.contributor
                join change c on c.id = l.change
            where (?1 is null or s.symbol = ?1) and c.action <> 'added'
            order by 1, 2, 3
            """)
        try select.bind(1, contributor)
        while try select.step() {
            guard let image = try image(record: select.int(3), change: select.int(4)) else { continue }
            try body(Self.name(select), image)
        }
    }

    func forEachDifference(from earlier: Int, to later: Int, _ body: (RecordDifference) throws -> Void) throws {
        let end = SQLiteReading.firstChange(of: later + 1)
        try collect("touched", from: SQLiteReading.firstChange(of: earlier + 1), below: end)
        try collect("later", from: end, below: .max)
        let select = try connection.prepare(
            """
            select s.symbol, t.control_number, t.kind, iif(c.action = 'added', 0, t.change),
                iif(l.change is null, ifnull(r.id, 0), 0), iif(d.action = 'added', 0, ifnull(l.change, 0))
            from touched t join contributor s on s.id = t.contributor join change c on c.id = t.change
                left join later l on \(Self.isTouched("l")) left join change d on d.id = l.change
                left join record r on \(Self.isTouched("r"))
            order by 1, 2, 3
            """)
        while try select.step() {
            let difference = RecordDifference(
                name: Self.name(select), before: try image(record: 0, change: select.int(3)),
                after: try image(record: select.int(4), change: select.int(5)))
            if difference.before != difference.after { try body(difference) }
        }
    }

    private static func name(_ row: SQLiteStatement) -> RecordName {
        RecordName(
            RecordIdentity(contributor: row.text(0) ?? "", controlNumber: row.text(1) ?? ""), kind: row.text(2) ?? "")
    }

    /// A record that stands, or the image before a change; nil where both numbers are 0.
    private func image(record: Int, change: Int) throws(CatalogError) -> RecordImage? {
        if record == 0, change == 0 { return nil }
        let select = record != 0 ? records : changes
        try select.bind(1, record != 0 ? record : change)
        defer { select.reset() }
        return try select.step() ? RecordImage(select.blob(0), select.textBytes(1)) : nil
    }
}

extension SQLiteReading {
    func versions() throws -> [CatalogVersion] {
        let select = try connection.prepare("select \(CatalogVersion.columnsWithoutTexts) from version order by id")
        var versions: [CatalogVersion] = []
        while try select.step() { versions.append(CatalogVersion(select)) }
        return versions
    }

    func changes(of contributor: String, controlNumber: String) throws -> [(version: Int, change: CatalogChange)] {
        let select = try connection.prepare(
            """
            select c.version, c.action, c.ordinal, c.record, c.kind, c.control_number
            from change c join version v on v.id = c.version join contributor s on s.id = v.contributor
            where c.control_number = ?2 and s.symbol = ?1 order by c.id
            """)
        try select.bind(1, contributor)
        try select.bind(2, controlNumber)
        var changes: [(version: Int, change: CatalogChange)] = []
        while try select.step() {
            if let change = CatalogChange(select, from: 1) { changes.append((select.int(0), change)) }
        }
        return changes
    }

    func forEachRecord(
        of contributor: String?, after version: Int?, _ body: (RecordName, RecordImage) throws -> Void
    ) throws {
        try SQLiteTimeline(connection).forEachRecord(of: contributor, after: version, body)
    }

    func forEachDifference(from earlier: Int, to later: Int, _ body: (RecordDifference) throws -> Void) throws {
        try SQLiteTimeline(connection).forEachDifference(from: earlier, to: later, body)
    }

    func holdings(of record: Int) throws -> [[(column: String, value: String)]] {
        let records = Self.holdingsRecords(of: "?1") { "i.value = \($1) and i.type = \($0)" }
        let columns = HoldingSlices.columns.map { "h.\($0)" }.joined(separator: ", ")
        let select = try connection.prepare(
            """
            select \(columns) from \(records) join holding h on h.record = x.id
            order by h.record <> ?1, h.record, h.number
            """)
        try select.bind(1, record)
        var holdings: [[(column: String, value: String)]] = []
        while try select.step() { holdings.append(Self.columns { select.text($0) }) }
        return holdings
    }
}
