import CatalogTestSupport
import Foundation
import Install
import MARC
import Testing
import Update

@testable import Catalog

/// Databases that a program of the format before has made: Tests/Fixtures/earlier-format/make.py.
@Suite struct `A database of the format before` {
    /// As in the profile of one of the contributors.
    private static let map: HoldingsMap = {
        var map = HoldingsMap(tag: "852")
        let places: [(HoldingsMap.Column, [String])] = [
            (.library, ["a"]), (.location, ["b"]), (.callNumber, ["h", "090$a"]), (.barcode, ["876$p", "p"]),
        ]
        for (column, texts) in places { map[column] = texts.compactMap { map.place($0) } }
        map.translate("Main", to: "Main Library")
        return map
    }()
    private static var profiles: AuditProfiles { AuditProfiles(identifiers: nil, holdings: ["cvb": map]) }

    /// A client with the database of the fixture.
    private func earlier(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        client.rules = .preset("number-only")
        client.holdings = ["cvb": Self.map]
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/earlier-format")
        let name = kind == .sqlite ? "sqlite.sql" : "postgresql.sql"
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        if let address = client.address {
            try PostgreSQLConnection(address).execute(text.replacing("{SCHEMA}", with: "\"\(address.schema)\""))
        } else {
            try SQLiteConnection(path: client.path, access: .create).execute(text + "pragma journal_mode = wal")
        }
        return client
    }

    private struct Stopped: Error {}

    /// Has the database written to, by an install that inspect stops.
    private func write(to client: SampleClient) throws {
        let submission = try client.submission([SampleRecord("n20", "Another comedy")], period: "2026-W09")
        #expect(throws: Stopped.self) { try client.install(submission) { _ in throw Stopped() } }
    }

    private func format(of client: SampleClient) throws -> [String] {
        try client.rows("select value from meta where key = 'format'")
    }

    private func holdings(_ client: SampleClient, of numbers: String) throws -> [String] {
        try client.rows(
            """
            select r.control_number, h.number, h.location, h.copy, h.barcode, h.url, h.summary
            from holding h join record r on r.id = h.record where r.control_number in (\(numbers)) order by 1, 2
            """)
    }

    /// Where a record's rows are not those that its own content makes.
    private func differences(_ client: SampleClient) throws -> [String] {
        let records = try client.rows(
            "select r.id, s.symbol, r.control_number from record r join contributor s on s.id = r.contributor order by 1"
        ).map { $0.split(separator: "\t").map(String.init) }
        let stored: StoredRows
        if let address = client.address {
            stored = try PostgreSQLRows(PostgreSQLConnection(address)).stored(records.map { Int($0[0]) ?? 0 })
        } else {
            let rows = try SQLiteRows(SQLiteConnection(path: client.path, access: .read))
            var all = StoredRows()
            for record in records { try rows.append(Int(record[0]) ?? 0, to: &all) }
            stored = all
        }
        #expect(stored.rows.count == records.count)
        var audit = RecordAudit()
        return records.enumerated().flatMap { index, record in
            audit.differences(stored.rows, index, nil, record[1] == "cvb" ? Self.map : nil).map {
                "\(record[2]): \($0.1)"
            }
        }
    }

    @Test(arguments: StoreKind.available)
    func `becomes one of this format when it is written to, each row what its record says`(_ kind: StoreKind) throws {
        let client = try earlier(kind)
        try write(to: client)
        #expect(try format(of: client) == ["2"])
        #expect(try differences(client) == [])
        #expect(
            try holdings(client, of: "'n3', 'n5', 'n8', 'n10', 'h4', 'c5'") == [
                "c5\t1\tMain Library\tnull\t55\tnull\tnull", "c5\t2\tMain Library\tnull\t65\tnull\tnull",
                "h4\t1\tStorage\tnull\t74\tnull\t1990-2001",
                "n10\t1\tnull\tnull\tnull\thttps://online.example/10\tnull",
                "n3\t1\tElsewhere\tnull\t33\thttps://example.org/3\tnull",
                "n5\t1\tMain\t1\t55\tnull\tnull", "n5\t2\tMain\t2\t65\tnull\tnull",
                "n8\t1\tMain\tnull\t38\tnull\tv.1-8", "n8\t2\tAnnex\tnull\t48\tnull\tnull",
            ])
        #expect(try client.rows("select value from identifier where type = 'belongs-to'") == ["n4"])
        #expect(try client.store().audit(Self.profiles) { _ in }.findings == [])
        try client.install([SampleRecord("n20", "Another comedy")], period: "2026-W10")
        #expect(try client.store().audit(Self.profiles) { _ in }.findings == [])
    }

    @Test(arguments: StoreKind.available)
    func `can be undone version by version afterwards, each row what its record says`(_ kind: StoreKind) throws {
        let client = try earlier(kind)
        for version in [6, 5, 4, 3, 2] {
            try client.store().undo(version)
            client.rules = .preset("bc-union")
            #expect(try differences(client) == [], "after undoing version \(version)")
            #expect(try client.store().audit(Self.profiles) { _ in }.findings == [])
        }
        #expect(try client.rows("select value from identifier where type = 'belongs-to' order by 1") == ["n4", "n5"])
        #expect(
            try holdings(client, of: "'n3', 'n4'") == [
                "n3\t1\tMain\tnull\t33\thttps://example.org/3\tnull", "n4\t1\tMain\tnull\t34\tnull\tv.1-4",
                "n4\t2\tAnnex\tnull\t44\tnull\tnull",
            ])
    }

    @Test(arguments: StoreKind.available)
    func `is read and audited as it is, and stays so`(_ kind: StoreKind) throws {
        let client = try earlier(kind)
        do {
            let reading = try client.store().reading()
            #expect(try reading.search(["comedy"], most: 99).count == 13)
            let record = try #require(try reading.record(of: "bva", controlNumber: "n3"))
            #expect(
                try reading.holdings(of: record).map { $0.map { "\($0.column) \($0.value)" } } == [
                    ["library BVA", "location Elsewhere", "call-number PT 3", "barcode 33"]
                ])
        }
        #expect(try client.store().audit(Self.profiles) { _ in }.findings == [])
        #expect(try format(of: client) == ["1"])
    }

    @Test(arguments: StoreKind.available)
    func `that was altered before is still found altered afterwards`(_ kind: StoreKind) throws {
        let alterations = [
            ("update holding set location = 'Nowhere' where barcode = '31'", "checksum bva holding"),
            ("update version set period = '2025-W01' where id = 3", "version version 3"),
            ("update change set before_title = 'x' where version = 5 and action = 'replaced'", "change bva/n3"),
        ]
        for (statement, finding) in alterations {
            let client = try earlier(kind)
            try client.execute(statement)
            try write(to: client)
            let found = try client.store().audit(Self.profiles) { _ in }.findings.map { "\($0.table) \($0.row)" }
            #expect(found.contains(finding), "\(statement): \(found)")
        }
    }

    @Test func `is as it was where the program ends in the middle, and is brought over by the next`() throws {
        let client = try earlier(.sqlite)
        let other = try SampleClient(.sqlite)
        (other.rules, other.holdings) = (client.rules, client.holdings)
        let before = try client.rows("select * from holding order by 1, 2")
        let connection = try SQLiteConnection(path: client.path, access: .write)
        try connection.execute("pragma cache_size = 1")
        try connection.begin()
        try SQLiteMigration.migrate(connection, client.holdings)
        // What a program leaves that ends at this moment: the files as they are.
        for ending in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: client.path + ending) {
            try FileManager.default.copyItem(atPath: client.path + ending, toPath: other.path + ending)
        }
        connection.rollback()
        #expect(try format(of: other) == ["1"])
        #expect(try other.rows("select * from holding order by 1, 2") == before)
        try write(to: other)
        try write(to: client)
        #expect(try other.content() == client.content())
    }

    @Test(.enabled(if: StoreKind.available.contains(.postgreSQL), "PostgreSQL's server is not installed"))
    func `is as it was where the connection breaks off in the middle`() throws {
        let client = try earlier(.postgreSQL)
        let before = try client.rows("select * from holding order by 1, 2")
        do {
            let connection = try PostgreSQLConnection(#require(client.address))
            try connection.execute("begin")
            try PostgreSQLMigration.migrate(connection, client.holdings)
        }
        #expect(try format(of: client) == ["1"])
        #expect(try client.rows("select * from holding order by 1, 2") == before)
        try write(to: client)
        #expect(try format(of: client) == ["2"])
    }

    @Test(arguments: StoreKind.available)
    func `is not one of a later format, which is left alone`(_ kind: StoreKind) throws {
        let client = try earlier(kind)
        try client.execute("update meta set value = '3' where key = 'format'")
        let acts: [() throws -> Void] = [{ _ = try client.store().reading() }, { try client.store().undo(5) }]
        for act in acts {
            let failure = #expect(throws: CatalogError.self) { try act() }
            #expect(
                failure?.description.hasSuffix(
                    "its format is 3, the one that is read here is 2; use the program that made it, or a newer one")
                    == true, "\(String(describing: failure))")
        }
    }
}
