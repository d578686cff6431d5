internal import MARC
internal import Update

/// Changes of records that are held: each with its number in `change`, to be noted with the image before. Identifiers and
/// holdings stand there as JSON, an array a row, in the order of their tables' columns.
struct PostgreSQLImages {
    private var changes: [Int] = []
    private(set) var records: [Int] = []
    private var actions = PostgreSQLArray(of: PostgreSQLType.text)
    private var ordinals = PostgreSQLArray(of: PostgreSQLType.int)
    private var hashes = PostgreSQLArray(of: PostgreSQLType.bytes)

    var isEmpty: Bool { records.isEmpty }

    /// - Parameters:
    ///   - ordinal: the record of the submission; nil for none.
    ///   - hash: of what takes its place; nil where nothing does.
    mutating func append(
        _ change: Int, _ action: CatalogChange.Action, of record: Int, ordinal: Int?, hash: ByteView?
    ) {
        changes.append(change)
        records.append(record)
        actions.append(text: action.word)
        ordinals.append(ordinal)
        hashes.append(bytes: hash)
    }

    /// Notes the changes; the records must still be as they were.
    func write(version: Int, to connection: PostgreSQLConnection) throws(CatalogError) {
        try connection.query(
            """
            insert into change(
                version, id, action, ordinal, hash, record, kind, control_number, before_form, before_hash,
                before_version, before_title, before_author, before_subject, before_marc, before_identifiers,
                before_holdings)
            select $1, n.id, n.action, n.ordinal, n.hash, r.id, r.kind, r.control_number, r.form, r.hash,
                r.version, r.title, r.author, r.subject, r.marc,
                (select coalesce(json_agg(json_build_array(i.type, i.value)), '[]') from identifier i
                    where i.record = r.id),
                (select coalesce(json_agg(json_build_array(
                    h.number, h.library, h.location, h.sublocation, h.call_number, h.copy, h.barcode, h.note)
                    order by h.number), '[]') from holding h where h.record = r.id)
            from unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bytea[])
                n(id, record, action, ordinal, hash) join record r on r.id = n.record
            """, [.int(version), .ints(changes), .ints(records), actions.value, ordinals.value, hashes.value])
    }
}

extension PostgreSQLImages {
    private static let holdingColumns = "number, library, location, sublocation, call_number, copy, barcode, note"

    /// The columns of a holding in the image `h.value`.
    private static let holdingValues = (1...7).map { "h.value ->> \($0)" }.joined(separator: ", ")

    /// Brings records back as they were before some changes.
    ///
    /// - Parameter records: their numbers, in the order of the changes.
    static func restore(
        _ changes: [Int], as records: [Int], of contributor: Int, on connection: PostgreSQLConnection
    ) throws(CatalogError) {
        let values: [PostgreSQLValue] = [.ints(changes), .ints(records)]
        let from = "from unnest($1::bigint[], $2::bigint[]) n(change, record) join change c on c.id = n.change"
        try connection.query(
            """
            insert into record(
                id, contributor, kind, control_number, form, hash, version, title, author, subject, marc)
            select n.record, $3, c.kind, c.control_number, c.before_form, c.before_hash, c.before_version,
                c.before_title, c.before_author, c.before_subject, c.before_marc \(from)
            """, values + [.int(contributor)])
        try connection.query(
            """
            insert into identifier(record, type, value)
            select n.record, i.value ->> 0, i.value ->> 1 \(from), json_array_elements(c.before_identifiers) i
            """, values)
        try connection.query(
            """
            insert into holding(record, \(holdingColumns))
            select n.record, (h.value ->> 0)::bigint, \(holdingValues) \(from), json_array_elements(c.before_holdings) h
            """, values)
    }

    /// What the images before come to, read from `change` alone.
    static func sums(of changes: ClosedRange<Int>, on connection: PostgreSQLConnection) throws -> TableSums {
        let range: [PostgreSQLValue] = [.int(changes.lowerBound), .int(changes.upperBound)]
        let isImage = "c.id between $1 and $2 and c.before_form is not null"
        var (hash, sums) = (RowHash(), TableSums())
        try connection.forEachRow(
            """
            select kind, control_number, before_form, before_hash, before_title, before_author, before_subject,
                before_marc from change c where \(isImage)
            """, range
        ) { row in
            hash.beginRecord(RecordKind(word: row.bytes(0)), row.bytes(1))
            hash.appendRecord(
                form: RecordForm(word: row.bytes(2)), hash: Hash128(stored: row.bytes(3)), title: row.bytes(4),
                author: row.bytes(5), subject: row.bytes(6), marc: row.bytes(7))
            sums.records.add(hash.hash)
        }
        try connection.forEachRow(
            """
            select kind, control_number, i.value ->> 0, i.value ->> 1
            from change c, json_array_elements(c.before_identifiers) i where \(isImage)
            """, range
        ) { row in
            guard let type = RecordKey(word: row.bytes(2)) else { return }
            hash.beginRecord(RecordKind(word: row.bytes(0)), row.bytes(1))
            hash.beginRow()
            hash.appendIdentifier(type, row.bytes(3))
            sums.identifiers.add(hash.hash)
        }
        try connection.forEachRow(
            """
            select kind, control_number, (h.value ->> 0)::bigint, \(holdingValues)
            from change c, json_array_elements(c.before_holdings) h where \(isImage)
            """, range
        ) { row in
            hash.beginRecord(RecordKind(word: row.bytes(0)), row.bytes(1))
            hash.beginRow()
            hash.append(row.int(2))
            for column in 3...9 { hash.append(row.bytes(column)) }
            sums.holdings.add(hash.hash)
        }
        return sums
    }
}
