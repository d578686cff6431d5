internal import MARC
internal import Update

extension PostgreSQLReading {
    func contributors() throws -> [CatalogContributor] {
        try connection.query("select id, symbol, name from contributor order by symbol").map {
            CatalogContributor(id: $0.int(0), symbol: $0.text(1) ?? "", name: $0.text(2) ?? "")
        }
    }

    func record(of contributor: String, controlNumber: String) throws -> Int? {
        guard let number = try self.contributor(contributor) else { return nil }
        let isIdentity = PostgreSQLSchema.isIdentity("r", contributor: "$1", controlNumber: "$2", kind: "$3")
        return try connection.number(
            "select r.id from record r where \(isIdentity)",
            [.int(number), .text(controlNumber), .text(RecordKind.bibliographic.name)])
    }

    func standing(_ identity: RecordIdentity) throws -> [StandingRecord] {
        try connection.query(
            """
            select r.id, r.kind, r.version from record r join contributor c on c.id = r.contributor
            where c.symbol = $1 and left(r.control_number, \(PostgreSQLSchema.indexed)) = \
            left($2, \(PostgreSQLSchema.indexed)) and r.control_number = $2 order by r.kind
            """, [.text(identity.contributor), .text(identity.controlNumber)]
        ).map { StandingRecord(id: $0.int(0), kind: $0.text(1) ?? "", version: $0.int(2)) }
    }

    func image(of name: RecordName) throws -> RecordImage? {
        guard let number = try contributor(name.identity.contributor) else { return nil }
        let isIdentity = PostgreSQLSchema.isIdentity("r", contributor: "$1", controlNumber: "$2", kind: "$3")
        let rows = try connection.query(
            "select r.marc, r.form from record r where \(isIdentity)",
            [.int(number), .text(name.identity.controlNumber), .text(name.kind)])
        return rows.first.map { RecordImage($0.bytes(0), $0.bytes(1)) }
    }

    func identity(of record: Int) throws -> RecordIdentity? { try identities(of: [record])[record] }

    func identities(of records: [Int]) throws -> [Int: RecordIdentity] {
        var found: [Int: RecordIdentity] = [:]
        let rows = try connection.query(
            """
            select r.id, c.symbol, r.control_number from record r join contributor c on c.id = r.contributor
            where r.id = any($1)
            """, [.ints(records)])
        for row in rows {
            found[row.int(0)] = RecordIdentity(contributor: row.text(1) ?? "", controlNumber: row.text(2) ?? "")
        }
        return found
    }

    func heldRecord(_ record: Int) throws -> HeldRecord? {
        let row = try connection.query(
            """
            select c.symbol, r.control_number, r.title, r.author, r.form, r.marc
            from record r join contributor c on c.id = r.contributor where r.id = $1
            """, [.int(record)]
        ).first
        return row.map { row in
            HeldRecord(
                identity: RecordIdentity(contributor: row.text(0) ?? "", controlNumber: row.text(1) ?? ""),
                title: row.text(2) ?? "", author: row.text(3) ?? "",
                record: StoredRecord.read(row.bytes(5), RecordForm(word: row.bytes(4))))
        }
    }

    func search(_ words: [String], most: Int) throws -> [Int] {
        var vector = try WordVector()
        // A word that is no word to the index, like &, says nothing.
        let phrases = words.compactMap { vector.query($0) }
        if phrases.isEmpty { return [] }
        let conditions = phrases.indices.map { index in
            let fields = SearchField.allCases.map { "\($0.rawValue) @@ $\(index + 1)::text::tsquery" }
            return "(\(fields.joined(separator: " or ")))"
        }
        let limit = "$\(phrases.count + 1)"
        let all = phrases.map { "(\($0))" }.joined(separator: " & ")
        return try connection.queryOnce(
            """
            select record from search where \(conditions.joined(separator: " and "))
            order by ts_rank(title || author || subject, $\(phrases.count + 2)::text::tsquery) desc, record limit \(limit)
            """, phrases.map { .text($0) } + [.int(most), .text(all)]
        ).map { $0.int(0) }
    }

    func holdings(of record: Int) throws -> [[(column: String, value: String)]] {
        let records = Self.holdingsRecords(of: "$1::bigint") {
            PostgreSQLSchema.isIdentifier("i", type: $0, value: $1)
        }
        let columns = HoldingSlices.columns.map { "h.\($0)" }.joined(separator: ", ")
        return try connection.query(
            """
            select \(columns) from \(records) join holding h on h.record = x.id
            order by h.record <> $1, h.record, h.number
            """, [.int(record)]
        ).map { row in Self.columns { row.text($0) } }
    }

    func changes(of contributor: String, controlNumber: String) throws -> [(version: Int, change: CatalogChange)] {
        try connection.query(
            """
            select c.version, c.action, c.ordinal, c.record, c.kind, c.control_number
            from change c join version v on v.id = c.version join contributor s on s.id = v.contributor
            where c.control_number = $2 and s.symbol = $1 order by c.id
            """, [.text(contributor), .text(controlNumber)]
        ).compactMap { row in CatalogChange(row, from: 1).map { (row.int(0), $0) } }
    }
}
