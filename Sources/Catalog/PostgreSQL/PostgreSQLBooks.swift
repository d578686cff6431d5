internal import MARC
internal import Update

/// The rows of `version`, `checksum` and `contributor`.
enum PostgreSQLBooks {
    /// The versions for which `condition` holds with `values`, the newest first; at most one.
    static func version(
        where condition: String, _ values: [PostgreSQLValue], on connection: PostgreSQLConnection
    ) throws(CatalogError) -> CatalogVersion? {
        let select = "select \(CatalogVersion.columns) from version where \(condition) order by id desc limit 1"
        return try connection.query(select, values).first.map { CatalogVersion($0) }
    }

    /// Every version that stands, the oldest first, without the texts that are kept with it.
    static func versions(on connection: PostgreSQLConnection) throws(CatalogError) -> [CatalogVersion] {
        try connection.query("select \(CatalogVersion.columnsWithoutTexts) from version order by id")
            .map { CatalogVersion($0) }
    }

    /// A number for a version, which none had before.
    static func nextVersion(on connection: PostgreSQLConnection) throws(CatalogError) -> Int {
        try connection.number(
            """
            update meta set value = (value::bigint + 1)::text where key = 'last-version' returning value::bigint
            """) ?? 0
    }

    /// Makes the row of a version, whose number and sums are found here.
    static func begin(
        _ submission: SubmissionFacts, input: String, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> CatalogVersion {
        let contributor = try contributor(of: submission, on: connection)
        let sums = try sums(on: connection)[contributor] ?? TableSums()
        var version = CatalogVersion(
            id: try nextVersion(on: connection), contributor: contributor, period: submission.period,
            mode: submission.mode, cause: submission.cause, submission: submission.checksum, input: input)
        version.counts.rowsBefore = sums.records.rows
        version.sumsBefore = sums
        try connection.query(
            """
            insert into version(id, contributor, period, mode, submission, input, rows_before, sums_before)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(version.id), .int(contributor), .text(submission.period),
                .text(submission.cause.word(submission.mode)),
                .text(submission.checksum), .text(input), .int(sums.records.rows), .text(sums.text),
            ])
        try PostgreSQLHistory.write(submission.profile, of: version.id, to: connection)
        try PostgreSQLSeal.seal(.history, version.id, on: connection)
        return version
    }

    /// Brings a version's row up to date.
    static func write(_ version: CatalogVersion, to connection: PostgreSQLConnection) throws(CatalogError) {
        let counts = version.counts
        let numbers = [
            version.id, counts.added, counts.replaced, counts.unchanged, counts.deleted, counts.deleteNotHeld,
            counts.absent, counts.rowsAfter,
        ]
        try connection.query(
            """
            update version set added = $2, replaced = $3, unchanged = $4, deleted = $5, delete_not_held = $6,
                absent = $7, rows_after = $8, summary = $9, verdict = $10 where id = $1
            """, numbers.map { .int($0) } + [.text(version.summary), .text(version.verdict)])
        try PostgreSQLSeal.seal(.version, version.id, on: connection)
    }

    /// The number of the submission's contributor, made where it is new; its name is kept up to date.
    private static func contributor(
        of submission: SubmissionFacts, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> Int {
        let contributor =
            try connection.number(
                """
                insert into contributor select coalesce(max(id), 0) + 1, $1, $2 from contributor
                on conflict(symbol) do update set name = $2 returning id
                """, [.text(submission.contributor), .text(submission.contributorName)]) ?? 0
        try PostgreSQLSeal.seal(.contributor, contributor, on: connection)
        return contributor
    }

    static func contributor(_ symbol: String, on connection: PostgreSQLConnection) throws(CatalogError) -> Int? {
        try connection.number("select id from contributor where symbol = $1", [.text(symbol)])
    }
}

/// The rows of `checksum`.
extension PostgreSQLBooks {
    /// What every contributor's rows come to.
    static func sums(on connection: PostgreSQLConnection) throws(CatalogError) -> [Int: TableSums] {
        var sums: [Int: TableSums] = [:]
        for row in try connection.query(TableSums.query) { sums.take(row) }
        return sums
    }

    static func write(
        _ sums: TableSums, of contributor: Int, to connection: PostgreSQLConnection
    ) throws(CatalogError) {
        for table in TableSums.tables {
            let sum = sums[keyPath: table.sum]
            try connection.query(
                """
                insert into checksum values ($1, $2, $3, $4)
                on conflict(contributor, table_name) do update set rows = $3, sum = $4
                """, [.int(contributor), .text(table.name), .int(sum.rows), .bytes(sum.sum.stored)])
        }
    }
}
