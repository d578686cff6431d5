import Catalog
import CatalogTestSupport
import Install
import Pipeline
import Testing
import Update

/// A client database with a row, an index or a sum altered by hand, and what an audit says of it.
@Suite struct `Audits` {
    /// Version 1: lib1 a, b, c. 2: lib2 a, d. 3: lib1 a replaced, b deleted, z not held. 4: lib2 d replaced.
    private func client(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        client.rules = MatchRuleSet.preset("oclc-first")
        try client.install([Self.waves, SampleRecord("b", "Emma"), Self.orlando], of: "lib1", period: "1", mode: .full)
        try client.install([Self.waves, SampleRecord("d", "Persuasion")], of: "lib2", period: "2", mode: .full)
        let waves = Self.waves.with { $0.note = "Another note" }
        try client.install([waves, .delete("b"), .delete("z")], of: "lib1", period: "3")
        try client.install([SampleRecord("d", "Persuasion: a novel")], of: "lib2", period: "4")
        return client
    }

    private static let waves = SampleRecord("a", "Waves").with {
        $0.isbn = "9780156949606"
        $0.oclc = "1"
        $0.holdings = [("NWU", "MAIN", "PR6045", "3001"), ("NWU", "EAST", "PR6045", "3002")]
    }
    private static let orlando = SampleRecord("c", "Orlando").with { $0.oclc = "1" }

    private func audit(_ client: SampleClient) throws -> [String] {
        let report = try client.store().audit(AuditProfiles(identifiers: ClientAudit.finder(oclcNumbers: [:]))) { _ in }
        return report.findings.map { "\($0.table) \($0.row): \($0.message)" }
    }

    @Test(arguments: StoreKind.available)
    func `of a database that nobody has touched find nothing, and say what they read`(_ kind: StoreKind) throws {
        let client = try client(kind)
        let report = try client.store().audit(AuditProfiles(identifiers: ClientAudit.finder(oclcNumbers: [:]))) { _ in }
        #expect(report.findings == [])
        #expect(report.unsealed == 0)
        #expect(
            report.rows == [
                "record": 4, "holding": 4, "identifier": 5, "version": 4, "change": 9, "image": 3, "checksum": 6,
                "contributor": 2, "cluster": 4, "match_key": 5, "review": 3,
            ])
        try client.store().undo(4)
        let rematch = try client.store().rematch(period: "2026-11-25")
        #expect(try audit(client) == [], "after an undo and a rematch")
        try client.store().undo(rematch.version)
        #expect(try audit(client) == [])
    }

    /// The record lib1/a.
    private static let record = "(select id from record where control_number = 'a' and contributor = 1)"

    /// What is altered, with `#` for the record lib1/a, and what the audit says of it.
    static let spoils: [(sql: String, expected: String)] = [
        (
            "update record set marc = cast(replace(cast(marc as text), 'Another', 'another') as blob) where id = #",
            "record lib1/a: its content is not what was installed"
        ),
        (
            "update record set title = 'Waves' where id = #",
            "record lib1/a: its title for searching are not those of its content"
        ),
        (
            "update record set hash = zeroblob(16) where id = #",
            "record lib1/a: its hash is not that of what version 3 wrote"
        ),
        (
            "update record set version = 1 where id = #",
            "record lib1/a: it says that version 1 wrote it; that was version 3"
        ),
        (
            "update record set control_number = 'q' where id = #",
            "record lib1/q: it stands in the database, and no version added it"
        ),
        (
            "delete from record where id = #",
            "record lib1/a: version 3 wrote it, no version deleted it, and it does not stand in the database"
        ),
        (
            "insert into record select 99, contributor, kind, 'b', form, hash, version, title, author, subject, marc from record where id = #",
            "record lib1/b: it stands in the database, and version 3 deleted it"
        ),
        (
            "update holding set barcode = '3003' where record = # and number = 2",
            "holding lib1/a: its holdings are not those of its content"
        ),
        (
            "delete from holding where record = # and number = 1",
            "holding lib1/a: its holdings are not those of its content"
        ),
        (
            "insert into holding(record, number, library) values (77, 1, 'X')",
            "holding record number 77: 1 rows hang on a record that does not stand in the database"
        ),
        (
            "update identifier set value = '2' where record = # and type = 'oclc'",
            "identifier lib1/a: its identifiers are not those of its content"
        ),
        (
            "delete from identifier where record = # and type = 'isbn'",
            "identifier lib1/a: its identifiers are not those of its content"
        ),
        (
            "insert into identifier values (77, 'isbn', '1')",
            "identifier record number 77: 1 rows hang on a record that does not stand in the database"
        ),
        (
            "update checksum set sum = zeroblob(16) where contributor = 1 and table_name = 'holding'",
            "checksum lib1 holding: the sum kept is not that of the rows, 2 kept and 2 read; every row is as its record's content says"
        ),
        (
            "insert into search(search, rowid, title, author, subject) select 'delete', id, title, author, subject from record where id = #",
            "search lib1/a: the index does not hold the words of the record as it stands"
        ),
        (
            "update search set title = 'zebra' where rowid = #",
            "search lib1/a: the index does not hold the words of the record as it stands"
        ),
        (
            "update version set added = 7 where id = 2",
            "version version 2: it is not as it was sealed when the version was made"
        ),
        (
            "update version set summary = '{}' where id = 3",
            "version version 3: it is not as it was sealed when the version was made"
        ),
        ("delete from version where id = 2", "version version 2: it was sealed, and its row is no longer there"),
        (
            "insert into history values (2, 'submission', 'records', 5)",
            "history version 2: it is not as it was sealed when the version was made"
        ),
        (
            "update contributor set name = 'Another library' where id = 1",
            "contributor lib1: its symbol or name is not the one that was sealed with its last submission"
        ),
        (
            "update change set before_marc = cast(replace(cast(before_marc as text), 'Waves', 'Saves') as blob) where version = 3 and action = 'replaced'",
            "change lib1/a: the image that version 3 kept of it is not what was installed before"
        ),
        (
            "update change set before_holdings = '[]' where version = 3 and action = 'replaced'",
            "change version 1: what it found and what it wrote do not make what version 3 found"
        ),
        (
            "delete from change where version = 3 and action = 'delete-not-held'",
            "change version 3: 0 rows say delete-not-held, the version counted 1"
        ),
        (
            "update change set before_hash = zeroblob(16) where version = 3 and action = 'deleted'",
            "change lib1/b: version 3 found another content than the version before it had written"
        ),
        (
            "insert into change(id, version, kind, control_number, action) values (99, 9, 'bibliographic', 'a', 'added')",
            "change version 9: 1 rows belong to a version that there is not"
        ),
        (
            "drop index identifier_value",
            "schema identifier_value: it is missing; expected: CREATE INDEX identifier_value on identifier(value, type)"
        ),
        (
            "create trigger spoil after insert on record begin delete from holding; end",
            "schema spoil: Holdfast makes nothing of that name"
        ),
        (
            "update cluster set master = # where control = 'c'",
            "cluster lib1/c: it belongs to the cluster of lib1/a, and the database has it in another"
        ),
        (
            "update cluster set level = 5 where record = #",
            "cluster lib1/a: its level, title, OCLC numbers or contributor are not those of the record"
        ),
        (
            "delete from match_key where record = #",
            "match_key lib1/a: its match keys are not those that the rules make of it"
        ),
        ("delete from cluster where record = #", "cluster lib1/a: the record is in no cluster"),
        (
            "insert into cluster values (77, 77, 1, 0, null, 0)",
            "cluster record number 77: 1 rows belong to a bibliographic record that does not stand in the database"
        ),
        ("delete from review", "review title-differs lib1/a: it is doubtful, and not on the list"),
        (
            "update meta set value = 'limit 3' where key = 'match-rules'",
            "meta match-rules: the rules kept are not the client's; holdfast rematch makes the clusters anew by these"
        ),
    ]

    @Test(arguments: StoreKind.available, spoils.indices)
    func `name what was altered by hand`(kind: StoreKind, index: Int) throws {
        let (sql, expected) = Self.spoils[index]
        let client = try client(kind)
        let statement = kind.sql(sql).replacing("#", with: Self.record).replacing(
            "master = \(Self.record) where control = 'c'",
            with: "master = record where record = (select id from record where control_number = 'c')")
        try client.execute(statement)
        let before = try client.rows("select * from record order by id")
        let found = try audit(client)
        // How an index is made is said in the words of each store.
        let start = expected.firstRange(of: "expected: CREATE").map { expected[..<$0.lowerBound] } ?? expected[...]
        #expect(found.contains { $0 == expected || kind == .postgreSQL && $0.hasPrefix(start) }, "\(found)")
        #expect(found.count <= 7, "what hangs on the row is named too, and no more: \(found)")
        #expect(try client.rows("select * from record order by id") == before, "an audit changes nothing")
    }
}
