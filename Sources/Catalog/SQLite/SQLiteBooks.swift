internal import MARC
internal import Update

/// The rows of `version`, `checksum` and `contributor`.
enum SQLiteBooks {
    /// The versions for which `condition` holds with what `bind` binds, the newest first; at most one.
    static func version(
        where condition: String, on connection: SQLiteConnection, _ bind: (SQLiteStatement) throws(CatalogError) -> Void
    ) throws(CatalogError) -> CatalogVersion? {
        let select = try connection.prepare(
            "select \(CatalogVersion.columns) from version where \(condition) order by id desc limit 1")
        try bind(select)
        return try select.step() ? CatalogVersion(select) : nil
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
    /// What every contributor's rows come to.
    static func sums(on connection: SQLiteConnection) throws(CatalogError) -> [Int: TableSums] {
        let select = try connection.prepare(TableSums.query)
        var sums: [Int: TableSums] = [:]
        while try select.step() { sums.take(select) }
        return sums
    }

    static func write(_ sums: TableSums, of contributor: Int, to connection: SQLiteConnection) throws(CatalogError) {
        let replace = try connection.prepare("insert or replace into checksum values (?, ?, ?, ?)")
        for table in TableSums.tables {
            try replace.bind(1, contributor)
            try replace.bind(2, table.name)
            try replace.bind(3, sums[keyPath: table.sum].rows)
            try replace.bind(4, blob: sums[keyPath: table.sum].sum.stored)
            try replace.run()
        }
    }
}
