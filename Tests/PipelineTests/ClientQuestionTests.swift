import Catalog
import CatalogTestSupport
import Install
import Pipeline
import Testing
import Update

/// What people ask of a client's database: why two records are one title, what is doubtful, what is held.
@Suite struct `Questions to a client's database` {
    private func client(_ kind: StoreKind, _ rules: MatchRuleSet?) throws -> SampleClient {
        let client = try SampleClient(kind)
        client.rules = rules
        let isbn = "9780156949606"
        let waves = SampleRecord("a", "Waves").with { $0.isbn = isbn }
        try client.install([waves, SampleRecord("b", "Emma")], of: "lib1", mode: .full)
        try client.install([waves, SampleRecord("c", "Orlando").with { $0.isbn = isbn }], of: "lib2", mode: .full)
        return client
    }

    private func rules() throws -> MatchRuleSet {
        try MatchRuleSet(text: "limit 500\npoint 020$a isbn\nagree 245$a title first 10")
    }

    private func account(
        _ first: (String, String), _ second: (String, String), in client: SampleClient
    ) throws -> [String] {
        try MatchAccount(
            RecordIdentity(contributor: first.0, controlNumber: first.1),
            RecordIdentity(contributor: second.0, controlNumber: second.1), client: "sample",
            in: client.store().reading()
        ).lines
    }

    @Test(arguments: StoreKind.available) func `match explain says why two records are one title`(_ kind: StoreKind)
        throws
    {
        #expect(
            try account(("lib1", "a"), ("lib2", "a"), in: client(kind, rules())) == [
                "lib1/a  Waves /\n    in the cluster of lib1/a, 2 records",
                "lib2/a  Waves /\n    in the cluster of lib1/a, 2 records",
                "1. 020$a isbn: '9780156949606' in both: a match",
                "     245$a title first 10: 'waves' in both",
                "They match and are in one cluster.",
            ])
    }

    @Test(arguments: StoreKind.available) func `match explain says why two records are not`(_ kind: StoreKind) throws {
        #expect(
            try account(("lib1", "a"), ("lib2", "c"), in: client(kind, rules())).suffix(3) == [
                "1. 020$a isbn: '9780156949606' in both: no match, for a validation point does not agree",
                "     245$a title first 10: 'waves' and 'orlando', not the same",
                "They do not match and are in different clusters.",
            ])
    }

    @Test(arguments: StoreKind.available) func `match explain refuses what it cannot answer`(_ kind: StoreKind) throws {
        let missing = #expect(throws: RunRefusal.self) {
            try account(("lib1", "a"), ("lib2", "zz"), in: client(kind, rules()))
        }
        #expect(
            missing.map { "\($0)" }
                == "sample holds no bibliographic record lib2/zz; expected CONTRIBUTOR/CONTROL-NUMBER of one that it holds"
        )
        let unmatched = #expect(throws: RunRefusal.self) {
            try account(("lib1", "a"), ("lib2", "a"), in: client(kind, nil))
        }
        #expect(
            unmatched.map { "\($0)" }
                == "the records of sample are not matched; its file has no 'match', or was never followed by a rematch")
    }

    private func review(_ client: SampleClient, of contributor: String?) throws -> [String] {
        var lines: [String] = []
        try MatchReviewEntry.forEach(in: client.store().reading(), contributor: contributor) { lines += $0.lines }
        return lines
    }

    @Test(arguments: StoreKind.available) func `match review lists a number that agrees where titles do not`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind, rules())
        #expect(
            try review(client, of: nil) == [
                "isbn 9780156949606 agrees, and the records are in different clusters",
                "    lib1/a  Waves /",
                "    lib2/a  Waves /  (seen as lib1/a)",
                "    lib2/c  Orlando /",
            ])
        #expect(try review(client, of: "lib3") == [])
    }

    @Test(arguments: StoreKind.available) func `search finds a title once, with all who hold it`(_ kind: StoreKind)
        throws
    {
        let union = try client(kind, rules())
        let matched = try union.store().reading()
        #expect(
            try SearchResult.find("waves", most: 20, in: matched).map(\.line) == [
                "lib1/a  Waves / Holberg, Ludvig, 1684-1754  (lib1, lib2)"
            ])
        #expect(try SearchResult.find("waves holberg", most: 20, in: matched).count == 1)
        #expect(try SearchResult.find("waves emma", most: 20, in: matched).isEmpty)
        let plain = try client(kind, nil)
        let unmatched = try plain.store().reading()
        #expect(try SearchResult.find("waves", most: 20, in: unmatched).map(\.record).sorted() == ["lib1/a", "lib2/a"])
    }

    @Test(arguments: StoreKind.available)
    func `stats count records, holdings and clusters, clusters only where records are matched`(_ kind: StoreKind) throws
    {
        let (union, plain) = (try client(kind, rules()), try client(kind, nil))
        #expect(
            try ClientStatistics(union.store().reading(), contributor: nil).lines == [
                "lib1  2 records, 0 holdings, 2 clusters",
                "lib2  2 records, 0 holdings, 2 clusters",
                "all   4 records, 0 holdings, 3 clusters",
            ])
        #expect(
            try ClientStatistics(plain.store().reading(), contributor: "lib2").lines == [
                "lib2  2 records, 0 holdings",
                "all   2 records, 0 holdings",
            ])
    }
}
