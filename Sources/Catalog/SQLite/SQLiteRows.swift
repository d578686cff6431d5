internal import MARC
internal import Update

/// Reads records with their identifiers and holdings out of an SQLite file.
final class SQLiteRows {
    private let byIdentity: SQLiteStatement
    private let byID: SQLiteStatement
    private let held: SQLiteStatement
    private let identifiers: SQLiteStatement
    private let holdings: SQLiteStatement
    private var hash = RowHash()

    private static let columns = "id, kind, control_number, form, hash, version, title, author, subject, marc"
    private static let identity = "contributor = ?1 and control_number = ?2 and kind = ?3"

    init(_ connection: SQLiteConnection) throws(CatalogError) {
        byIdentity = try connection.prepare("select \(Self.columns) from record where \(Self.identity)")
        byID = try connection.prepare("select \(Self.columns) from record where id = ?1")
        held = try connection.prepare("select id, hash from record where \(Self.identity)")
        identifiers = try connection.prepare("select type, value from identifier where record = ?1")
        holdings = try connection.prepare(
            """
            select \(HoldingSlices.columns.joined(separator: ", ")) from holding where record = ?1 order by number
            """)
    }

    /// Where a record stands, and the hash of what stands there; nil where it is not held.
    @inline(__always)
    func find(_ kind: RecordKind, _ controlNumber: ByteView, of contributor: Int) throws(CatalogError)
        -> (id: Int, hash: Hash128)?
    {
        try held.bind(1, contributor)
        try held.bindBorrowed(2, text: controlNumber)
        try held.bindBorrowed(3, text: kind.word)
        defer { held.reset() }
        guard try held.step() else { return nil }
        return (held.int(0), Hash128(stored: held.blob(1)))
    }

    /// Appends the record with that identity and its other rows, or an empty row.
    func append(
        _ kind: RecordKind, _ controlNumber: ByteView, of contributor: Int, to stored: inout StoredRows
    ) throws(CatalogError) {
        try byIdentity.bind(1, contributor)
        try byIdentity.bindBorrowed(2, text: controlNumber)
        try byIdentity.bindBorrowed(3, text: kind.word)
        try append(byIdentity, to: &stored)
    }

    /// Appends the record with that number and its other rows, or an empty row.
    func append(_ id: Int, to stored: inout StoredRows) throws(CatalogError) {
        try byID.bind(1, id)
        try append(byID, to: &stored)
    }

    /// What the record's rows come to; nothing where there is no such record.
    func sums(ofRecord id: Int) throws(CatalogError) -> TableSums {
        var stored = StoredRows()
        try append(id, to: &stored)
        return stored.rows.rows[0].sums
    }

    private func append(_ record: SQLiteStatement, to stored: inout StoredRows) throws(CatalogError) {
        defer { record.reset() }
        guard try record.step() else {
            stored.appendNone()
            return
        }
        let id = record.int(0)
        try appendIdentifiers(of: id, to: &stored.rows)
        try appendHoldings(of: id, to: &stored.rows)
        stored.ids.append(id)
        stored.versions.append(record.int(5))
        stored.rows.appendRow(from: record)
        let last = stored.rows.count - 1
        stored.rows.rows[last].sums = stored.rows.sums(of: last, &hash)
    }

    private func appendIdentifiers(of id: Int, to rows: inout RowBatch) throws(CatalogError) {
        try identifiers.bind(1, id)
        defer { identifiers.reset() }
        while try identifiers.step() {
            guard let type = RecordKey(word: identifiers.textBytes(0)) else { continue }
            rows.identifiers.append(.init(type: type, value: rows.append(identifiers.textBytes(1))))
        }
    }

    private func appendHoldings(of id: Int, to rows: inout RowBatch) throws(CatalogError) {
        try holdings.bind(1, id)
        defer { holdings.reset() }
        while try holdings.step() { rows.appendHolding { holdings.textBytes($0) } }
    }
}

extension StoredRows {
    /// Makes room for about what `batch` takes.
    mutating func reserve(like batch: RowBatch) {
        rows.bytes.reserveCapacity(batch.bytes.count)
        rows.rows.reserveCapacity(batch.count)
        ids.reserveCapacity(batch.count)
        versions.reserveCapacity(batch.count)
    }

    /// A record that is not held, or was not asked for.
    mutating func appendNone() {
        ids.append(nil)
        versions.append(0)
        rows.appendEmptyRow()
    }
}

extension RowBatch {
    mutating func append(_ value: ByteView) -> Slice {
        let slice = Slice(
            offset: UInt32(truncatingIfNeeded: bytes.count), length: UInt32(truncatingIfNeeded: value.count))
        bytes.append(contentsOf: value)
        return slice
    }

    /// Appends a holding whose values `value` gives by their place among the columns.
    mutating func appendHolding(_ value: (Int) -> ByteView) {
        var holding = HoldingSlices()
        for column in 0..<HoldingSlices.count { holding[column] = append(value(column)) }
        holdings.append(holding)
    }

    fileprivate mutating func appendRow(from record: SQLiteStatement) {
        rows.append(
            Row(
                ordinal: 0, disposition: .passed, intent: .keep, kind: RecordKind(word: record.textBytes(1)),
                form: record.textBytes(3).equals("marcxml") ? .marcxml : .iso2709,
                contentHash: Hash128(stored: record.blob(4)), sums: TableSums(),
                hash: append(record.blob(4)), controlNumber: append(record.textBytes(2)),
                title: append(record.textBytes(6)),
                author: append(record.textBytes(7)), subject: append(record.textBytes(8)), marc: append(record.blob(9)),
                identifiersEnd: UInt32(truncatingIfNeeded: identifiers.count),
                holdingsEnd: UInt32(truncatingIfNeeded: holdings.count)))
    }

    fileprivate mutating func appendEmptyRow() {
        let none = Slice(offset: 0, length: 0)
        rows.append(
            Row(
                ordinal: 0, disposition: .passed, intent: .keep, kind: .bibliographic, form: .iso2709,
                contentHash: Hash128(), sums: TableSums(), hash: none, controlNumber: none, title: none, author: none,
                subject: none,
                marc: none, identifiersEnd: UInt32(truncatingIfNeeded: identifiers.count),
                holdingsEnd: UInt32(truncatingIfNeeded: holdings.count)))
    }
}
