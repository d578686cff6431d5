internal import MARC
internal import Update

/// Writes one submission into an SQLite file, inside a transaction that its owner opened.
///
/// Everything is bound as it lies in the batch's bytes. Where the contributor holds nothing yet nothing is looked up.
final class SQLiteInstall: SQLiteReading, InstallTransaction {
    private let writer: SQLiteWriter
    let isFirstOfContributor: Bool
    private(set) var version: CatalogVersion
    private var sums: TableSums
    private var seen = SeenRecords()
    private let fillsEmptyDatabase: Bool
    /// nil where an empty database is filled, of which all rows are counted instead.
    let watch: SQLiteWatch?
    private let clusterKeeper: SQLiteClusters?
    private(set) var clusterChanges = ClusterChanges()
    var matchRules: (any ClusterRules)? { clusterKeeper?.rules }

    init(
        _ connection: SQLiteConnection, version: CatalogVersion, sums: TableSums, isEmpty: Bool,
        clusters: SQLiteClusters? = nil
    ) throws(CatalogError) {
        clusterKeeper = clusters
        self.version = version
        self.sums = sums
        isFirstOfContributor = version.counts.rowsBefore == 0
        fillsEmptyDatabase = isEmpty
        if isEmpty {
            for statement in SQLiteSchema.dropIndexes { try connection.execute(statement) }
            try clusters?.beginFilling()
        }
        let isFirst = try connection.number("select count(*) from version") == 1
        watch =
            isEmpty && isFirst
            ? nil : SQLiteWatch(connection, version: version.id, contributor: version.contributor)
        writer = try SQLiteWriter(connection, contributor: version.contributor, version: version.id)
        try super.init(connection)
    }

    func apply(_ batch: RowBatch) throws {
        var (counts, sums) = (version.counts, self.sums)
        for index in batch.rows.indices { try apply(index, of: batch, &counts, &sums) }
        (version.counts, self.sums) = (counts, sums)
    }

    @inline(__always)
    private func apply(
        _ index: Int, of batch: RowBatch, _ counts: inout InstallCounts, _ sums: inout TableSums
    ) throws(CatalogError) {
        let row = batch.rows[index]
        switch (row.disposition, row.intent) {
        case (.passed, .keep): try keep(index, of: batch, &counts, &sums)
        case (.passed, .delete): try delete(index, of: batch, &counts, &sums)
        case (.rejected, _): if let id = try find(row, in: batch)?.id { seen.insert(id) }
        default: break
        }
    }

    @inline(__always)
    private func find(_ row: RowBatch.Row, in batch: RowBatch) throws(CatalogError) -> (id: Int, hash: Hash128)? {
        if isFirstOfContributor || row.isUnidentifiable { return nil }
        return try batch.withBytes { bytes throws(CatalogError) in
            try rows.find(row.kind, bytes.slice(row.controlNumber), of: version.contributor)
        }
    }

    private func keep(
        _ index: Int, of batch: RowBatch, _ counts: inout InstallCounts, _ sums: inout TableSums
    ) throws(CatalogError) {
        let row = batch.rows[index]
        guard let held = try find(row, in: batch) else {
            try put(writer.add(index, of: batch), index, of: batch)
            counts.added += 1
            sums += row.sums
            return
        }
        seen.insert(held.id)
        if held.hash == row.contentHash {
            counts.unchanged += 1
            return
        }
        sums -= try rows.sums(ofRecord: held.id)
        try clusterKeeper?.take(held.id)
        try writer.replace(held.id, with: index, of: batch)
        try put(held.id, index, of: batch)
        counts.replaced += 1
        sums += row.sums
    }

    /// Tells matching of a record that was written.
    @inline(__always)
    private func put(_ record: Int, _ index: Int, of batch: RowBatch) throws(CatalogError) {
        guard let clusterKeeper, batch.rows[index].kind == .bibliographic else { return }
        try clusterKeeper.put(record, of: version.contributor, batch.match?.facts(index) ?? MatchFacts())
    }

    private func delete(
        _ index: Int, of batch: RowBatch, _ counts: inout InstallCounts, _ sums: inout TableSums
    ) throws(CatalogError) {
        let row = batch.rows[index]
        guard let held = try find(row, in: batch) else {
            try writer.noteDeleteNotHeld(index, of: batch)
            counts.deleteNotHeld += 1
            return
        }
        sums -= try rows.sums(ofRecord: held.id)
        try clusterKeeper?.take(held.id)
        try writer.delete(held.id, .deleted, ordinal: Int(row.ordinal))
        counts.deleted += 1
    }

    func deleteAbsent(kinds: Set<RecordKind>) throws {
        if isFirstOfContributor { return }
        for kind in RecordKind.allCases where kinds.contains(kind) {
            for id in try absentRecords(kind) {
                sums -= try rows.sums(ofRecord: id)
                try clusterKeeper?.take(id)
                try writer.delete(id, .absent, ordinal: nil)
                version.counts.absent += 1
            }
        }
    }

    func delete(_ names: [RecordName]) throws {
        for name in names {
            guard let kind = RecordKind.allCases.first(where: { $0.name == name.kind }) else { continue }
            let number = Array(name.identity.controlNumber.utf8)
            let held = try number.withUnsafeBufferPointer { number throws(CatalogError) in
                try rows.find(kind, number, of: version.contributor)
            }
            guard let held else { continue }
            sums -= try rows.sums(ofRecord: held.id)
            try clusterKeeper?.take(held.id)
            try writer.delete(held.id, .deleted, ordinal: nil)
            version.counts.deleted += 1
        }
    }

    private func absentRecords(_ kind: RecordKind) throws(CatalogError) -> [Int] {
        let held = try connection.prepare("select id from record where contributor = ? and kind = ? and id < ?")
        try held.bind(1, version.contributor)
        try held.bind(2, kind.name)
        try held.bind(3, writer.firstRecord)
        var absent: [Int] = []
        while try held.step() { if !seen.contains(held.int(0)) { absent.append(held.int(0)) } }
        return absent
    }

    /// Brings indexes, sums and the books up to what was written.
    func settle() throws {
        if fillsEmptyDatabase { try SQLiteFile.makeIndexes(on: connection) }
        if let clusterKeeper { clusterChanges = try clusterKeeper.settle() }
        version.counts.rowsAfter = sums.records.rows
        try SQLiteBooks.write(sums, of: version.contributor, to: connection)
        try SQLiteBooks.write(version, to: connection)
    }

    func keep(summary: String, verdict: String) throws {
        version.summary = summary
        version.verdict = verdict
        try SQLiteBooks.write(version, to: connection)
    }
}
