internal import MARC
internal import Update

/// Writes one submission into a schema, inside a transaction that its owner opened.
///
/// A batch is one look-up of all its records, then for those that are held one note with their images and one removal, then
/// COPY into each table. Where the contributor holds nothing yet nothing is looked up.
final class PostgreSQLInstall: PostgreSQLReading, InstallTransaction {
    private var writer: PostgreSQLWriter
    let isFirstOfContributor: Bool
    private(set) var version: CatalogVersion
    private var sums: TableSums
    private var seen = SeenRecords()
    /// Nobody else sees the tables yet, so that indexes can be made after the rows without keeping readers waiting.
    private let fillsNewTables: Bool
    private let firstRecord: Int
    private var nextRecord: Int
    private var nextChange: Int
    let writes: PostgreSQLWrites
    private let clusterKeeper: PostgreSQLClusters?
    private(set) var clusterChanges = ClusterChanges()
    var matchRules: (any ClusterRules)? { clusterKeeper?.rules }

    /// Records deleted at once.
    private static let deletedAtOnce = 1000

    init(
        _ connection: PostgreSQLConnection, version: CatalogVersion, isNew: Bool, clusters: PostgreSQLClusters?
    ) throws {
        self.version = version
        sums = version.sumsBefore
        isFirstOfContributor = version.counts.rowsBefore == 0
        fillsNewTables = isNew
        clusterKeeper = clusters
        firstRecord = (try connection.number("select max(id) from record") ?? 0) + 1
        nextRecord = firstRecord
        nextChange = Self.firstChange(of: version.id)
        if isNew {
            try connection.execute(PostgreSQLSchema.dropIndexes)
            try clusters?.beginFilling()
        }
        writes = try PostgreSQLWrites(connection)
        writer = try PostgreSQLWriter(connection, contributor: version.contributor, version: version.id)
        try super.init(connection)
    }

    func apply(_ batch: RowBatch) throws {
        var start = 0
        while start < batch.count {
            let end = isFirstOfContributor ? batch.count : Self.end(ofDistinct: batch, from: start)
            try apply(start..<end, of: batch)
            start = end
        }
    }

    /// Where the stretch ends in which no identity comes twice: what is done to a record is seen by whatever follows.
    private static func end(ofDistinct batch: RowBatch, from start: Int) -> Int {
        var identities = Set<UInt64>()
        for index in start..<batch.count where batch.rows[index].disposition == .passed {
            guard identities.insert(batch.identityHash(index)).inserted else { return index }
        }
        return batch.count
    }

    /// What is to be done to the records of a stretch.
    private struct Work {
        var puts: [(index: Int, record: Int)] = []
        var images = PostgreSQLImages()
    }

    private func apply(_ range: Range<Int>, of batch: RowBatch) throws {
        let held = isFirstOfContributor ? nil : try rows.find(range, of: batch, of: version.contributor)
        var work = Work()
        for index in range {
            let row = batch.rows[index]
            let found = held.flatMap { $0[index - range.lowerBound] }
            switch (row.disposition, row.intent) {
            case (.passed, .keep): keep(index, of: batch, found, &work)
            case (.passed, .delete): delete(index, of: batch, found, &work)
            case (.rejected, _): if let found { seen.insert(found.id) }
            default: break
            }
        }
        try take(work.images)
        for put in work.puts {
            writer.put(put.index, of: batch, as: put.record)
            sums += batch.rows[put.index].sums
        }
        try writer.send()
        try clusterKeeper?.put(
            work.puts.lazy.filter { batch.rows[$0.index].kind == .bibliographic }.map {
                ($0.record, batch.match?.facts($0.index) ?? MatchFacts())
            }, of: version.contributor)
    }

    private func keep(_ index: Int, of batch: RowBatch, _ held: (id: Int, hash: Hash128)?, _ work: inout Work) {
        let row = batch.rows[index]
        guard let held else {
            writer.putChange(takeChange(), .added, index, of: batch, record: nextRecord)
            work.puts.append((index, nextRecord))
            nextRecord += 1
            version.counts.added += 1
            return
        }
        seen.insert(held.id)
        if held.hash == row.contentHash {
            version.counts.unchanged += 1
            return
        }
        batch.withBytes { bytes in
            work.images.append(
                takeChange(), .replaced, of: held.id, ordinal: Int(row.ordinal), hash: bytes.slice(row.hash))
        }
        work.puts.append((index, held.id))
        version.counts.replaced += 1
    }

    private func delete(_ index: Int, of batch: RowBatch, _ held: (id: Int, hash: Hash128)?, _ work: inout Work) {
        guard let held else {
            writer.putChange(takeChange(), .deleteNotHeld, index, of: batch, record: nil)
            version.counts.deleteNotHeld += 1
            return
        }
        work.images.append(
            takeChange(), .deleted, of: held.id, ordinal: Int(batch.rows[index].ordinal), hash: nil)
        version.counts.deleted += 1
    }

    private func takeChange() -> Int {
        nextChange += 1
        return nextChange
    }

    /// Notes the images of records and takes them out.
    private func take(_ images: PostgreSQLImages) throws {
        if images.isEmpty { return }
        for row in try rows.stored(images.records).rows.rows { sums -= row.sums }
        try clusterKeeper?.take(images.records)
        try images.write(version: version.id, to: connection)
        try PostgreSQLWriter.remove(images.records, on: connection)
    }

    func deleteAbsent(kinds: Set<RecordKind>) throws {
        if isFirstOfContributor { return }
        for kind in RecordKind.allCases where kinds.contains(kind) {
            let absent = try absentRecords(kind)
            try delete(absent, .absent)
            version.counts.absent += absent.count
        }
    }

    func delete(_ names: [RecordName]) throws {
        let identity = PostgreSQLSchema.isIdentity("r", contributor: "$1", controlNumber: "n.number", kind: "n.kind")
        var held: [Int] = []
        try connection.forEachRow(
            """
            select r.id from unnest($2::text[], $3::text[]) with ordinality n(number, kind, place)
                join record r on \(identity) order by n.place
            """,
            [
                .int(version.contributor), .texts(names.map(\.identity.controlNumber)), .texts(names.map(\.kind)),
            ]
        ) { held.append($0.int(0)) }
        try delete(held, .deleted)
        version.counts.deleted += held.count
    }

    private func delete(_ records: [Int], _ action: CatalogChange.Action) throws {
        for start in stride(from: 0, to: records.count, by: Self.deletedAtOnce) {
            var images = PostgreSQLImages()
            for record in records[start..<min(start + Self.deletedAtOnce, records.count)] {
                images.append(takeChange(), action, of: record, ordinal: nil, hash: nil)
            }
            try take(images)
        }
    }

    private func absentRecords(_ kind: RecordKind) throws -> [Int] {
        var absent: [Int] = []
        try connection.forEachRow(
            "select id from record where contributor = $1 and kind = $2 and id < $3 order by id",
            [.int(version.contributor), .text(kind.name), .int(firstRecord)]
        ) { if !seen.contains($0.int(0)) { absent.append($0.int(0)) } }
        return absent
    }

    /// Brings indexes, sums and the books up to what was written.
    func settle() throws {
        if fillsNewTables { for statement in PostgreSQLSchema.indexes { try connection.execute(statement) } }
        let counts = version.counts
        if counts.added + counts.replaced > 1000 + counts.rowsBefore / 10 {
            try connection.execute(PostgreSQLSchema.analyze)
        }
        if let clusterKeeper { clusterChanges = try clusterKeeper.settle() }
        version.counts.rowsAfter = sums.records.rows
        try PostgreSQLBooks.write(sums, of: version.contributor, to: connection)
        try PostgreSQLBooks.write(version, to: connection)
    }

    func keep(summary: String, verdict: String) throws {
        version.summary = summary
        version.verdict = verdict
        try PostgreSQLBooks.write(version, to: connection)
    }
}
