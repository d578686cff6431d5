internal import MARC
internal import Update

/// What has lost its holdings.
extension PostgreSQLReading {
    /// The changes of the contributor's versions after one, with a condition on each.
    private static func changes(_ condition: String) -> String {
        """
        version v join change c on c.id between (v.id << 32) and ((v.id + 1) << 32) - 1 and \(condition)
        """
    }

    func forEachWithoutHoldings(
        of contributor: Int, changedSince version: Int, _ body: (_ controlNumber: String) throws -> Void
    ) throws {
        // A record that has nothing but a URL has lost its holdings too; whoever asks looks at 856.
        let had = """
            c.kind = 'bibliographic' and exists (select 1 from json_array_elements(c.before_holdings) h
                where \(HoldingSlices.isCopy { "(h.value ->> \($1))" }))
            """
        let identity = PostgreSQLSchema.isIdentity(
            "r", contributor: "$1", controlNumber: "c.control_number", kind: "c.kind")
        try connection.forEachRow(
            """
            select distinct r.control_number from \(Self.changes(had)) join record r on \(identity)
            where v.contributor = $1 and v.id > $2 and not exists (
                select 1 from holding h where h.record = r.id and \(HoldingSlices.isCopy { name, _ in "h.\(name)" }))
            order by 1
            """, [.int(contributor), .int(version)]
        ) { try body($0.text(0) ?? "") }
    }

    func forEachHoldingsRecord(
        of contributor: Int, changedSince version: Int?, _ body: (RecordImage) throws -> Void
    ) throws {
        let standing = "select marc, form from record where contributor = $1 and kind = 'holdings' order by id"
        let changed = """
            select c.before_marc, c.before_form
            from \(Self.changes("c.kind = 'holdings' and c.before_marc is not null"))
            where v.contributor = $1 and v.id > $2 order by c.id
            """
        let values: [PostgreSQLValue] = [.int(contributor)] + (version.map { [.int($0)] } ?? [])
        try connection.forEachRow(version == nil ? standing : changed, values) { row in
            try body(RecordImage(row.bytes(0), row.bytes(1)))
        }
    }
}
