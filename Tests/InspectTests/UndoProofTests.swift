import Catalog
import CatalogTestSupport
import Testing
import Update

@testable import Inspect

/// The proof of an undo, shown databases that are not what stood before the version.
@Suite struct `The proof of an undo` {
    private static let waves = SampleRecord("a", "The waves")
    private static let emma = SampleRecord("b", "Emma")

    /// A client whose version 2 replaces a, deletes b and adds c.
    private func client(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        try client.install([Self.waves, Self.emma], period: "1", mode: .full)
        try client.install(
            [SampleRecord("a", "The waves, revised"), .delete("b"), SampleRecord("c", "Persuasion")], period: "2")
        return client
    }

    /// What is found where the database after the undo of version 2 is that of `records`.
    private func findings(_ kind: StoreKind, _ records: [SampleRecord]) throws -> [String] {
        let (client, other) = (try client(kind), try SampleClient(kind))
        try other.install(records, period: "1", mode: .full)
        let committed = try client.store().reading()
        let version = try #require(try committed.version(2))
        do {
            try UndoProof.prove(
                OpenUndo(version: version, reading: other.store().reading(), committed: committed, rules: nil))
        } catch let failure as UndoFailure {
            return failure.findings
        }
        return []
    }

    @Test(arguments: StoreKind.available) func `finds nothing where all is as before`(_ kind: StoreKind) throws {
        #expect(try findings(kind, [Self.waves, Self.emma]) == [])
        let client = try client(kind)
        try client.store().undo(2, UndoProof.prove)
        #expect(try client.rows("select count(*) from version") == ["1"])
    }

    @Test(arguments: StoreKind.available) func `names what was not restored, and the undo does not happen`(
        _ kind: StoreKind
    ) throws {
        let sum = "the contributor's rows come to another sum"
        #expect(
            try findings(kind, [SampleRecord("a", "Waves"), Self.emma]) == ["bva/a is not as it was before", sum])
        #expect(try findings(kind, [Self.waves]) == ["bva/b is not as it was before", sum])
        #expect(
            try findings(kind, [Self.waves, Self.emma, SampleRecord("c", "Persuasion")]) == [
                "bva/c is still there, and was not before", sum,
            ])
        let client = try client(kind)
        let before = try client.content()
        #expect(throws: UndoFailure.self) {
            try client.store().undo(2) { _ in throw UndoFailure(version: 2, findings: ["bva/a is not as it was"]) }
        }
        #expect(try client.content() == before)
        #expect(try client.rows("select count(*) from version") == ["2"])
    }
}
