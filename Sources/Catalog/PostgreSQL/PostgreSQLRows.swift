internal import MARC
internal import Update

/// Reads records with their identifiers and holdings out of a schema, many at a time.
final class PostgreSQLRows {
    private let connection: PostgreSQLConnection
    private var hash = RowHash()

    private static let columns = "id, kind, control_number, form, hash, version, title, author, subject, marc"

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    /// Identities of records, to be looked up together.
    private struct Identities {
        private var numbers = PostgreSQLArray(of: PostgreSQLType.text)
        private var kinds = PostgreSQLArray(of: PostgreSQLType.text)
        private var places = PostgreSQLArray(of: PostgreSQLType.int)
        private(set) var isEmpty = true

        mutating func append(_ place: Int, _ kind: RecordKind, _ controlNumber: ByteView) {
            isEmpty = false
            places.append(place)
            numbers.append(text: controlNumber)
            kinds.append(text: kind.word)
        }

        func values(_ contributor: Int) -> [PostgreSQLValue] {
            [places.value, numbers.value, kinds.value, .int(contributor)]
        }

        /// One look into the index for each: `offset 0` keeps the server from reading the whole table instead.
        static let join = """
            from unnest($1::bigint[], $2::text[], $3::text[]) t(place, number, kind) cross join lateral \
            (select * from record where \
            \(PostgreSQLSchema.isIdentity("record", contributor: "$4", controlNumber: "t.number", kind: "t.kind")) \
            offset 0) r
            """
    }

    /// Where each record of the range stands and the hash of what stands there; nil where it is not held.
    func find(_ range: Range<Int>, of batch: RowBatch, of contributor: Int) throws -> [(id: Int, hash: Hash128)?] {
        var found: [(id: Int, hash: Hash128)?] = range.map { _ in nil }
        let identities = identities(range, of: batch) { !batch.rows[$0].isUnidentifiable }
        if identities.isEmpty { return found }
        let rows = try connection.query(
            "select t.place, r.id, r.hash \(Identities.join)", identities.values(contributor))
        for row in rows { found[row.int(0) - range.lowerBound] = (row.int(1), Hash128(stored: row.bytes(2))) }
        return found
    }

    private func identities(
        _ range: Range<Int>, of batch: RowBatch, where isWanted: (Int) -> Bool
    ) -> Identities {
        var identities = Identities()
        batch.withBytes { bytes in
            for index in range where isWanted(index) {
                let row = batch.rows[index]
                identities.append(index, row.kind, bytes.slice(row.controlNumber))
            }
        }
        return identities
    }

    /// The rows under the identities of those records of `batch` for which `isWanted`; empty for the others.
    func stored(_ batch: RowBatch, of contributor: Int, where isWanted: (Int) -> Bool) throws -> StoredRows {
        let identities = identities(0..<batch.count, of: batch, where: isWanted)
        if identities.isEmpty {
            var none = StoredRows()
            for _ in 0..<batch.count { none.appendNone() }
            return none
        }
        let columns = Self.columns.split(separator: ", ").map { "r.\($0)" }.joined(separator: ", ")
        let rows = try connection.query(
            "select \(columns), t.place \(Identities.join) order by t.place", identities.values(contributor))
        return try stored(rows, count: batch.count) { $0.int(10) }
    }

    /// The rows of the records with those numbers, in their order.
    func stored(_ records: [Int]) throws -> StoredRows {
        let rows = try connection.query(
            """
            select \(Self.columns), t.place - 1 from unnest($1::bigint[]) with ordinality t(record, place)
                join record r on r.id = t.record order by t.place
            """, [.ints(records)])
        return try stored(rows, count: records.count) { $0.int(10) }
    }

    private func stored(_ records: PostgreSQLResult, count: Int, place: (PostgreSQLRow) -> Int) throws -> StoredRows {
        let ids = PostgreSQLValue.ints(records.lazy.map { $0.int(0) })
        let identifiers = RowGroups(
            try connection.query("select record, type, value from identifier where record = any($1)", [ids]))
        let holdings = RowGroups(
            try connection.query(
                """
                select record, \(HoldingSlices.columns.joined(separator: ", ")) from holding
                where record = any($1) order by record, number
                """, [ids]))
        var stored = StoredRows()
        for row in records {
            while stored.rows.count < place(row) { stored.appendNone() }
            append(row, identifiers, holdings, to: &stored)
        }
        while stored.rows.count < count { stored.appendNone() }
        return stored
    }

    private func append(
        _ row: PostgreSQLRow, _ identifiers: RowGroups, _ holdings: RowGroups, to stored: inout StoredRows
    ) {
        let id = row.int(0)
        for identifier in identifiers[id] {
            guard let type = RecordKey(word: identifier.bytes(1)) else { continue }
            stored.rows.identifiers.append(.init(type: type, value: stored.rows.append(identifier.bytes(2))))
        }
        for holding in holdings[id] { stored.rows.appendHolding { holding.bytes($0 + 1) } }
        stored.ids.append(id)
        stored.versions.append(row.int(5))
        stored.rows.appendRow(from: row)
        let last = stored.rows.count - 1
        stored.rows.rows[last].sums = stored.rows.sums(of: last, &hash)
    }
}

/// The rows of a result by their first column.
struct RowGroups {
    private let result: PostgreSQLResult
    private var rows: [Int: [Int]] = [:]

    init(_ result: PostgreSQLResult) {
        self.result = result
        for (index, row) in result.enumerated() { rows[row.int(0), default: []].append(index) }
    }

    subscript(key: Int) -> [PostgreSQLRow] { (rows[key] ?? []).map { result[$0] } }
}

extension RowBatch {
    fileprivate mutating func appendRow(from record: PostgreSQLRow) {
        rows.append(
            Row(
                ordinal: 0, disposition: .passed, intent: .keep, kind: RecordKind(word: record.bytes(1)),
                form: RecordForm(word: record.bytes(3)), contentHash: Hash128(stored: record.bytes(4)),
                sums: TableSums(), hash: append(record.bytes(4)), controlNumber: append(record.bytes(2)),
                title: append(record.bytes(6)), author: append(record.bytes(7)), subject: append(record.bytes(8)),
                marc: append(record.bytes(9)), identifiersEnd: UInt32(truncatingIfNeeded: identifiers.count),
                holdingsEnd: UInt32(truncatingIfNeeded: holdings.count)))
    }
}

extension RecordForm {
    init(word: ByteView) { self = word.equals("marcxml") ? .marcxml : .iso2709 }
}
