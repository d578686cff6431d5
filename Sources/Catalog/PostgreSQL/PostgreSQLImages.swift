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
                (select coalesce(json_agg(json_build_array(\(Self.holdingColumns)) order by number), '[]')
                    from holding where record = r.id)
            from unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bytea[])
                n(id, record, action, ordinal, hash) join record r on r.id = n.record
            """, [.int(version), .ints(changes), .ints(records), actions.value, ordinals.value, hashes.value])
    }
}

extension PostgreSQLImages {
    static let holdingColumns = "number, " + HoldingSlices.columns.joined(separator: ", ")

    /// The columns of a holding in the image `h.value`.
    fileprivate static let holdingValues = (1...HoldingSlices.count).map { "h.value ->> \($0)" }.joined(separator: ", ")

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
        var sums = TableSums()
        try forEachImage(of: changes, on: connection) { sums += $0.sums }
        return sums
    }

    /// Lends every image of some changes, in their order.
    static func forEachImage(
        of changes: ClosedRange<Int>, on connection: PostgreSQLConnection, _ body: (StoredImage) throws -> Void
    ) throws {
        var hash = RowHash()
        try connection.forEachStretch(
            """
            select id, kind, control_number, before_form, before_hash, before_title, before_author, before_subject,
                before_marc, before_version
            from change where id between $1 and $2 and before_form is not null order by id
            """, [.int(changes.lowerBound), .int(changes.upperBound)]
        ) { images in
            let parts = try PostgreSQLImageParts(of: images, on: connection)
            for row in images {
                var sums = TableSums()
                let kind = RecordKind(word: row.bytes(1))
                hash.beginRecord(kind, row.bytes(2))
                let (form, content) = (RecordForm(word: row.bytes(3)), Hash128(stored: row.bytes(4)))
                hash.appendRecord(
                    form: form, hash: content, title: row.bytes(5), author: row.bytes(6), subject: row.bytes(7),
                    marc: row.bytes(8))
                sums.records.add(hash.hash)
                parts.add(row.int(0), &hash, &sums)
                try body(
                    StoredImage(
                        change: row.int(0), version: row.int(9), sums: sums, kind: kind, controlNumber: row.bytes(2),
                        form: form, hash: content,
                        texts: (row.bytes(5), row.bytes(6), row.bytes(7)), marc: row.bytes(8)))
            }
        }
    }
}

/// The identifiers and holdings of some images.
private struct PostgreSQLImageParts {
    private let identifiers: RowGroups
    private let holdings: RowGroups

    init(of images: PostgreSQLResult, on connection: PostgreSQLConnection) throws {
        let changes = PostgreSQLValue.ints(images.lazy.map { $0.int(0) })
        identifiers = RowGroups(
            try connection.query(
                """
                select c.id, i.value ->> 0, i.value ->> 1 from change c, json_array_elements(c.before_identifiers) i
                where c.id = any($1)
                """, [changes]))
        holdings = RowGroups(
            try connection.query(
                """
                select c.id, (h.value ->> 0)::bigint, \(PostgreSQLImages.holdingValues)
                from change c, json_array_elements(c.before_holdings) h where c.id = any($1)
                """, [changes]))
    }

    func add(_ change: Int, _ hash: inout RowHash, _ sums: inout TableSums) {
        for row in identifiers[change] {
            guard let type = RecordKey(word: row.bytes(1)) else { continue }
            hash.beginRow()
            hash.appendIdentifier(type, row.bytes(2))
            sums.identifiers.add(hash.hash)
        }
        for row in holdings[change] {
            hash.beginRow()
            hash.appendHolding(row.int(1)) { row.bytes($0 + 2) }
            sums.holdings.add(hash.hash)
        }
    }
}
