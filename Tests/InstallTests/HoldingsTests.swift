import Catalog
import CatalogTestSupport
import Install
import MARC
import Testing
import Update

/// Holdings in the database, in records of their own or not.
@Suite struct `Holdings` {
    private func holdings(_ number: String, of record: String, at location: String) -> SampleRecord {
        SampleRecord(number, "").with {
            $0.kind = .holdings
            $0.belongsTo = record
            $0.holdings = [("BVA", location, "MF 1", "9")]
            $0.fields = [("866", " ", ["a": "v.1-9"])]
        }
    }

    private let book = SampleRecord("n1", "Jeppe of the hill").with {
        $0.holdings = [("BVA", "Main", "PT 1", "1")]
        $0.fields = [("856", "0", ["u": "https://example.org/1"])]
    }

    private func shown(_ client: SampleClient) throws -> [String] {
        let reading = try client.store().reading()
        let record = try #require(try reading.record(of: "bva", controlNumber: "n1"))
        return try reading.holdings(of: record).map { $0.map { "\($0.column) \($0.value)" }.joined(separator: ", ") }
    }

    @Test(arguments: StoreKind.available)
    func `of a record are its own, then those of its contributor's holdings records that belong to it`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let others = [holdings("h2", of: "n2", at: "Annex"), holdings("h1", of: "n1", at: "Storage")]
        try client.install(others + [book], mode: .full)
        try client.install([holdings("h1", of: "n1", at: "Elsewhere")], of: "cvb", mode: .full)
        let own = "library BVA, location Main, call-number PT 1, barcode 1, url https://example.org/1"
        let all = [own, "library BVA, location Storage, call-number MF 1, barcode 9, summary v.1-9"]
        #expect(try shown(client) == all)
        try client.install([.delete("h1").with { $0.kind = .holdings }], period: "2026-W02")
        #expect(try shown(client) == [own])
        try client.store().undo(3)
        #expect(try shown(client) == all)
        #expect(try client.store().audit(AuditProfiles(identifiers: { _, _ in [] })) { _ in }.findings == [])
    }

    @Test(arguments: StoreKind.available)
    func `name the record in 001 where there is no 004`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        try client.install([book, holdings("n1", of: "n1", at: "Storage").with { $0.belongsTo = nil }], mode: .full)
        #expect(try shown(client).count == 2)
    }
}
