internal import MARC
internal import Update

/// Undoes a version from its images before, the last change first.
struct SQLiteUndo {
    private let connection: SQLiteConnection
    private let rows: SQLiteRows
    private let removal: SQLiteRemoval
    private let restores: [SQLiteStatement]
    private let clusters: SQLiteClusters?

    private init(_ connection: SQLiteConnection, _ clusters: SQLiteClusters?) throws(CatalogError) {
        self.clusters = clusters
        self.connection = connection
        rows = try SQLiteRows(connection)
        removal = try SQLiteRemoval(connection)
        restores = [
            try connection.prepare(SQLiteImage.restoreRecord), try connection.prepare(SQLiteImage.restoreIdentifiers),
            try connection.prepare(SQLiteImage.restoreHoldings), try connection.prepare(SQLiteImage.restoreWords),
        ]
    }

    /// Undoes the version inside the open transaction and takes its row away.
    ///
    /// - Parameter clusters: told what becomes of the records, and to be settled afterwards; nil where they are not matched.
    /// - Returns: the version as it was.
    @discardableResult
    static func undo(_ id: Int, on connection: SQLiteConnection, clusters: SQLiteClusters?) throws -> CatalogVersion {
        let reading = try SQLiteReading(connection)
        guard let version = try reading.version(id) else {
            throw CatalogRefusal("\(connection.path) has no version \(id) to undo")
        }
        try reading.requireImages(of: version)
        if let newer = try reading.version(after: version) {
            throw CatalogRefusal(
                """
                version \(id) (\(version.period)) cannot be undone while version \(newer.id) (\(newer.period)) of the same \
                contributor stands on it; undo that first
                """)
        }
        let sums = try SQLiteUndo(connection, clusters).restore(version)
        guard sums == version.sumsBefore else {
            throw CatalogError(
                .damaged, "undo version \(id) in", connection.path,
                cause: "its rows have been altered since it was installed")
        }
        try SQLiteBooks.write(sums, of: version.contributor, to: connection)
        try forget(id, on: connection)
        return version
    }

    /// - Returns: what the contributor's rows come to afterwards.
    private func restore(_ version: CatalogVersion) throws -> TableSums {
        var sums = try SQLiteBooks.sums(on: connection)[version.contributor] ?? TableSums()
        var nextRecord = (try connection.number("select max(id) from record") ?? 0) + 1
        let changes = try connection.prepare(
            "select id, action, kind, control_number from change where id between ?1 and ?2 order by id desc")
        try changes.bind(1, SQLiteReading.firstChange(of: version.id))
        try changes.bind(2, SQLiteReading.firstChange(of: version.id + 1) - 1)
        while try changes.step() {
            let change = changes.int(0)
            let held = try rows.find(
                RecordKind(word: changes.textBytes(2)), changes.textBytes(3), of: version.contributor)
            switch (CatalogChange.Action(rawValue: changes.text(1) ?? ""), held?.id) {
            case (.added, let record?):
                sums -= try rows.sums(ofRecord: record)
                try clusters?.take(record)
                try removal.remove(record)
            case (.replaced, let record?):
                sums -= try rows.sums(ofRecord: record)
                try clusters?.take(record)
                try removal.remove(record)
                try bringBack(change, as: record, of: version.contributor)
                sums += try rows.sums(ofRecord: record)
            case (.deleted, nil), (.absent, nil):
                // Its old number may have been given to another record since.
                try bringBack(change, as: nextRecord, of: version.contributor)
                sums += try rows.sums(ofRecord: nextRecord)
                nextRecord += 1
            default: break
            }
        }
        return sums
    }

    private func bringBack(_ change: Int, as record: Int, of contributor: Int) throws(CatalogError) {
        for (index, statement) in restores.enumerated() {
            if index < 3 {
                try statement.bind(1, change)
                try statement.bind(2, record)
                if index == 0 { try statement.bind(3, contributor) }
            } else {
                try statement.bind(1, record)
            }
            try statement.run()
        }
        try clusters?.putStored(record)
    }

    private static func forget(_ version: Int, on connection: SQLiteConnection) throws(CatalogError) {
        let changes = try connection.prepare("delete from change where id between ?1 and ?2")
        try changes.bind(1, SQLiteReading.firstChange(of: version))
        try changes.bind(2, SQLiteReading.firstChange(of: version + 1) - 1)
        try changes.run()
        try SQLiteHistory.forget(version, on: connection)
        try SQLiteSeal.forget(version, on: connection)
        let row = try connection.prepare("delete from version where id = ?")
        try row.bind(1, version)
        try row.run()
    }
}
