internal import MARC
internal import Update

/// The rows of `version`, `checksum` and `contributor`.
enum SQLiteBooks {
    private static let versionColumns = """
        id, contributor, period, mode, submission, input, added, replaced, unchanged, deleted, delete_not_held, absent,
        rows_before, rows_after, sums_before, summary, verdict
        """

    /// The versions for which `condition` holds with what `bind` binds, the newest first; at most one.
    static func version(
        where condition: String, on connection: SQLiteConnection, _ bind: (SQLiteStatement) throws(CatalogError) -> Void
    ) throws(CatalogError) -> CatalogVersion? {
        let select = try connection.prepare(
            "select \(versionColumns) from version where \(condition) order by id desc limit 1")
        try bind(select)
        guard try select.step() else { return nil }
        let (cause, mode) = VersionCause.read(select.text(3) ?? "")
        var version = CatalogVersion(
            id: select.int(0), contributor: select.int(1), period: select.text(2) ?? "", mode: mode, cause: cause,
            submission: select.text(4) ?? "", input: select.text(5) ?? "")
        version.counts.added = select.int(6)
        version.counts.replaced = select.int(7)
        version.counts.unchanged = select.int(8)
        version.counts.deleted = select.int(9)
        version.counts.deleteNotHeld = select.int(10)
        version.counts.absent = select.int(11)
        version.counts.rowsBefore = select.int(12)
        version.counts.rowsAfter = select.int(13)
        version.sumsBefore = TableSums(text: select.text(14) ?? "")
        version.summary = select.text(15) ?? ""
        version.verdict = select.text(16) ?? ""
        return version
    }

    /// Makes the row of a version, whose number and sums are found here.
    static func begin(
        _ submission: SubmissionFacts, input: String, on connection: SQLiteConnection
    ) throws(CatalogError) -> CatalogVersion {
        let contributor = try contributor(of: submission, on: connection)
        let sums = try sums(on: connection)[contributor] ?? TableSums()
        let insert = try connection.prepare(
            """
            insert into version(contributor, period, mode, submission, input, rows_before, sums_before)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.bind(1, contributor)
        try insert.bind(2, submission.period)
        try insert.bind(3, submission.cause.word(submission.mode))
        try insert.bind(4, submission.checksum)
        try insert.bind(5, input)
        try insert.bind(6, sums.records.rows)
        try insert.bind(7, sums.text)
        try insert.run()
        var version = CatalogVersion(
            id: connection.lastRowID, contributor: contributor, period: submission.period, mode: submission.mode,
            cause: submission.cause, submission: submission.checksum, input: input)
        version.counts.rowsBefore = sums.records.rows
        version.sumsBefore = sums
        try SQLiteHistory.write(submission.profile, of: version.id, to: connection)
        try SQLiteSeal.seal(.history, version.id, on: connection)
        return version
    }

    /// Brings a version's row up to date.
    static func write(_ version: CatalogVersion, to connection: SQLiteConnection) throws(CatalogError) {
        let update = try connection.prepare(
            """
            update version set added = ?2, replaced = ?3, unchanged = ?4, deleted = ?5, delete_not_held = ?6, absent = ?7,
                rows_after = ?8, summary = ?9, verdict = ?10 where id = ?1
            """)
        let counts = version.counts
        let numbers = [
            version.id, counts.added, counts.replaced, counts.unchanged, counts.deleted, counts.deleteNotHeld,
            counts.absent,
            counts.rowsAfter,
        ]
        for (index, number) in numbers.enumerated() { try update.bind(index + 1, number) }
        try update.bind(9, version.summary)
        try update.bind(10, version.verdict)
        try update.run()
        try SQLiteSeal.seal(.version, version.id, on: connection)
    }

    /// The number of the submission's contributor, made where it is new; its name is kept up to date.
    private static func contributor(
        of submission: SubmissionFacts, on connection: SQLiteConnection
    ) throws(CatalogError) -> Int {
        let insert = try connection.prepare(
            "insert into contributor(symbol, name) values (?1, ?2) on conflict(symbol) do update set name = ?2")
        try insert.bind(1, submission.contributor)
        try insert.bind(2, submission.contributorName)
        try insert.run()
        let contributor = try contributor(submission.contributor, on: connection) ?? 0
        try SQLiteSeal.seal(.contributor, contributor, on: connection)
        return contributor
    }

    static func contributor(_ symbol: String, on connection: SQLiteConnection) throws(CatalogError) -> Int? {
        let select = try connection.prepare("select id from contributor where symbol = ?")
        try select.bind(1, symbol)
        return try select.step() ? select.int(0) : nil
    }
}

/// The rows of `checksum`.
extension SQLiteBooks {
    private static let tables: [(name: String, sum: any WritableKeyPath<TableSums, MultisetSum> & Sendable)] = [
        ("record", \.records), ("holding", \.holdings), ("identifier", \.identifiers),
    ]

    /// What every contributor's rows come to.
    static func sums(on connection: SQLiteConnection) throws(CatalogError) -> [Int: TableSums] {
        let select = try connection.prepare("select contributor, table_name, rows, sum from checksum")
        var sums: [Int: TableSums] = [:]
        while try select.step() {
            let name = select.text(1) ?? ""
            guard let table = tables.first(where: { $0.name == name }) else { continue }
            sums[select.int(0), default: TableSums()][keyPath: table.sum] =
                MultisetSum(rows: select.int(2), sum: Hash128(stored: select.blob(3)))
        }
        return sums
    }

    static func write(_ sums: TableSums, of contributor: Int, to connection: SQLiteConnection) throws(CatalogError) {
        let replace = try connection.prepare("insert or replace into checksum values (?, ?, ?, ?)")
        for table in tables {
            try replace.bind(1, contributor)
            try replace.bind(2, table.name)
            try replace.bind(3, sums[keyPath: table.sum].rows)
            try replace.bind(4, blob: sums[keyPath: table.sum].sum.stored)
            try replace.run()
        }
    }
}

extension TableSums {
    /// `rows:sum` of records, holdings and identifiers, sums in hexadecimal digits.
    var text: String {
        [records, holdings, identifiers].map { "\($0.rows):\($0.sum.hexadecimal)" }.joined(separator: " ")
    }

    /// Zero for a part that is not there.
    init(text: String) {
        let parts = text.split(separator: " ").map { part -> MultisetSum in
            let halves = part.split(separator: ":")
            guard halves.count == 2, halves[1].count == 32 else { return MultisetSum() }
            return MultisetSum(
                rows: Int(halves[0]) ?? 0,
                sum: Hash128(
                    low: UInt64(halves[1].suffix(16), radix: 16) ?? 0,
                    high: UInt64(halves[1].prefix(16), radix: 16) ?? 0))
        }
        self.init()
        guard parts.count == 3 else { return }
        (records, holdings, identifiers) = (parts[0], parts[1], parts[2])
    }
}
