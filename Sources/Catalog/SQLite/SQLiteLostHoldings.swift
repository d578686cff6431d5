internal import MARC
internal import Update

/// What has lost its holdings.
extension SQLiteReading {
    /// The changes of the contributor's versions after one, with a condition on each.
    private static func changes(_ condition: String) -> String {
        """
        version v cross join change c on c.id between (v.id << 32) and ((v.id + 1) << 32) - 1 and \(condition)
        """
    }

    func forEachWithoutHoldings(
        of contributor: Int, changedSince version: Int, _ body: (_ controlNumber: String) throws -> Void
    ) throws {
        // A record that has nothing but a URL has lost its holdings too; whoever asks looks at 856.
        let had = """
            c.kind = 'bibliographic' and exists (select 1 from json_each(c.before_holdings) h
                where \(HoldingSlices.isCopy { "(h.value ->> \($1))" }))
            """
        let select = try connection.prepare(
            """
            select distinct r.control_number from \(Self.changes(had)) cross join record r
                on r.contributor = ?1 and r.control_number = c.control_number and r.kind = 'bibliographic'
            where v.contributor = ?1 and v.id > ?2 and not exists (
                select 1 from holding h where h.record = r.id and \(HoldingSlices.isCopy { name, _ in "h.\(name)" }))
            order by 1
            """)
        try select.bind(1, contributor)
        try select.bind(2, version)
        while try select.step() { try body(select.text(0) ?? "") }
    }

    func forEachHoldingsRecord(
        of contributor: Int, changedSince version: Int?, _ body: (RecordImage) throws -> Void
    ) throws {
        let select = try connection.prepare(
            version == nil
                ? "select marc, form from record where contributor = ?1 and kind = 'holdings' and ?2 is null order by id"
                : """
                select c.before_marc, c.before_form
                from \(Self.changes("c.kind = 'holdings' and c.before_marc is not null"))
                where v.contributor = ?1 and v.id > ?2 order by c.id
                """)
        try select.bind(1, contributor)
        try select.bind(2, version)
        while try select.step() { try body(RecordImage(select.blob(0), select.textBytes(1))) }
    }
}
