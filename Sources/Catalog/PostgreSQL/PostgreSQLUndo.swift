internal import MARC
internal import Update

/// Undoes a version from its images before: each record that it touched is again as it was before the first touch.
struct PostgreSQLUndo {
    private let connection: PostgreSQLConnection
    private let rows: PostgreSQLRows
    private let clusters: PostgreSQLClusters?
    private let version: CatalogVersion
    private var sums: TableSums
    private var nextRecord: Int

    /// Records undone at once.
    private static let atOnce = 1000

    /// Undoes the version inside the open transaction and takes its row away.
    ///
    /// - Parameter clusters: told what becomes of the records, and to be settled afterwards; nil where they are not matched.
    /// - Returns: the version as it was.
    @discardableResult
    static func undo(_ id: Int, on connection: PostgreSQLConnection, clusters: PostgreSQLClusters?) throws
        -> CatalogVersion
    {
        let reading = try PostgreSQLReading(connection)
        guard let version = try reading.version(id) else {
            throw CatalogRefusal("\(connection.address.name) has no version \(id) to undo")
        }
        try reading.requireImages(of: version)
        if let newer = try reading.version(after: version) {
            throw CatalogRefusal(
                """
                version \(id) (\(version.period)) cannot be undone while version \(newer.id) (\(newer.period)) of the same \
                contributor stands on it; undo that first
                """)
        }
        var undo = try PostgreSQLUndo(version, connection, clusters)
        try undo.restore()
        guard undo.sums == version.sumsBefore else {
            throw CatalogError(
                .damaged, "undo version \(id) in", connection.address.name,
                cause: "its rows have been altered since it was installed",
                advice: "restore the schema from a backup or load it afresh")
        }
        try PostgreSQLBooks.write(undo.sums, of: version.contributor, to: connection)
        try forget(version, on: connection)
        return version
    }

    private init(
        _ version: CatalogVersion, _ connection: PostgreSQLConnection, _ clusters: PostgreSQLClusters?
    ) throws {
        self.version = version
        self.connection = connection
        self.clusters = clusters
        rows = PostgreSQLRows(connection)
        sums = try PostgreSQLBooks.sums(on: connection)[version.contributor] ?? TableSums()
        nextRecord = (try connection.number("select max(id) from record") ?? 0) + 1
    }

    private mutating func restore() throws {
        let changes = PostgreSQLReading.changes(of: version.id)
        let identity = PostgreSQLSchema.isIdentity(
            "r", contributor: "\(version.contributor)", controlNumber: "f.control_number", kind: "f.kind")
        try connection.execute(
            """
            drop table if exists pg_temp.undoing;
            create temp table undoing on commit drop as
            select row_number() over (order by f.change desc) as place, f.change, f.action = 'added' as is_new,
                r.id as record
            from (select distinct on (kind, control_number) id as change, action, kind, control_number from change
                where id between \(changes.lowerBound) and \(changes.upperBound) and action <> 'delete-not-held'
                order by kind, control_number, id) f left join record r on \(identity)
            """)
        var first = 1
        while true {
            let places = try connection.queryOnce(
                "select change, is_new, record from undoing where place >= $1 and place < $2 order by place",
                [.int(first), .int(first + Self.atOnce)])
            if places.count == 0 { break }
            try restore(places)
            first += Self.atOnce
        }
        try connection.execute("drop table pg_temp.undoing")
    }

    private mutating func restore(_ places: PostgreSQLResult) throws {
        let held = places.filter { !$0.isNull(2) }.map { $0.int(2) }
        for row in try rows.stored(held).rows.rows { sums -= row.sums }
        try clusters?.take(held)
        try PostgreSQLWriter.remove(held, on: connection)
        var (changes, records): ([Int], [Int]) = ([], [])
        for place in places where !place.bool(1) {
            changes.append(place.int(0))
            // The old number of a record that is gone may have been given to another since.
            records.append(place.isNull(2) ? nextRecord : place.int(2))
            if place.isNull(2) { nextRecord += 1 }
        }
        try PostgreSQLImages.restore(changes, as: records, of: version.contributor, on: connection)
        try bringBack(records)
    }

    /// Makes of records that are there again what hangs on their content.
    private mutating func bringBack(_ records: [Int]) throws {
        let stored = try rows.stored(records)
        var writer = try PostgreSQLWriter(connection, contributor: version.contributor, version: version.id)
        for (index, row) in stored.rows.rows.enumerated() {
            sums += row.sums
            if let record = stored.ids[index] { writer.putWords(index, of: stored.rows, as: record) }
        }
        try writer.send()
        try clusters?.putStored(stored, of: version.contributor)
    }

    private static func forget(_ version: CatalogVersion, on connection: PostgreSQLConnection) throws {
        let changes = PostgreSQLReading.changes(of: version.id)
        try connection.query(
            "delete from change where id between $1 and $2", [.int(changes.lowerBound), .int(changes.upperBound)])
        try PostgreSQLHistory.forget(version.id, on: connection)
        try PostgreSQLSeal.forget(version.id, on: connection)
        try connection.query("delete from version where id = $1", [.int(version.id)])
    }
}
