import Catalog
import CatalogTestSupport
import Foundation
import Testing
import Update

@testable import Install

@Suite struct `Clusters` {
    private let rules = try? MatchRuleSet(
        text: """
            limit 3
            priority lib3
            point 020$a isbn
            agree 245$a title first 10
            point 245$a words
            """)

    /// - Parameter inMemory: for what installs a thousand times, so that nobody waits for a disk, where the system has such
    ///   a folder.
    private func client(_ kind: StoreKind, inMemory: Bool = false) throws -> SampleClient {
        let folder = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/\(UUID().uuidString)" : nil
        let client = try SampleClient(kind, folder: inMemory ? folder : nil)
        client.rules = rules
        return client
    }

    private func book(
        _ control: String, _ title: String, isbn: String? = nil, oclc: String? = nil, level: Character = " "
    )
        -> SampleRecord
    {
        SampleRecord(control, title).with {
            $0.isbn = isbn
            $0.oclc = oclc
            $0.level = level.asciiValue ?? 0x20
        }
    }

    private static let first = "9780156949606"
    private static let second = "9780312983284"

    /// Installs a full load of some contributors, each under its own period.
    private func install(_ client: SampleClient, _ loads: [(String, [SampleRecord])]) throws {
        for (contributor, samples) in loads {
            try client.install(samples, of: contributor, period: "\(client.attempts)", mode: .full)
        }
    }

    @Test(arguments: StoreKind.available)
    func `records of one number and title are one cluster, whose master is the fullest, then the preferred`(
        _ kind: StoreKind
    )
        throws
    {
        let client = try client(kind)
        try install(
            client,
            [
                ("lib1", [book("a", "Waves", isbn: Self.first), book("b", "Orlando", isbn: Self.first)]),
                ("lib2", [book("a", "Waves", isbn: Self.first, level: "7")]),
                ("lib3", [book("a", "Waves", isbn: Self.first)]),
            ])
        #expect(try client.clusters() == ["lib1/b", "lib3/a lib1/a lib2/a"])
        #expect(
            try client.doubts() == ["number-common isbn 9780156949606\t-"], "four bear it, and the limit is three")
        try client.install([.delete("a")], of: "lib2", period: "9")
        #expect(try client.clusters() == ["lib1/b", "lib3/a lib1/a"])
        #expect(try client.doubts() == ["number-agrees isbn 9780156949606\tlib1/a lib1/b lib3/a"])
    }

    @Test(arguments: StoreKind.available) func `a record joins, moves and splits clusters`(_ kind: StoreKind) throws {
        let client = try client(kind)
        try install(
            client,
            [
                ("lib1", [book("a", "Waves", isbn: Self.first)]), ("lib2", [book("a", "Waves", isbn: Self.second)]),
            ])
        #expect(try client.clusters() == ["lib1/a", "lib2/a"], "both have numbers, so the title does not count")
        let joining = try client.install([book("a", "Waves")], of: "lib4", period: "3")
        #expect(try client.clusters() == ["lib1/a lib2/a lib4/a"], "it has no number, so its title joins both")
        #expect(joining.summary.counts["clusters-joined"] == 1)
        let moving = try client.install([book("a", "Waves", isbn: Self.second)], of: "lib4", period: "4")
        #expect(try client.clusters() == ["lib1/a", "lib2/a lib4/a"])
        #expect(moving.summary.counts["clusters-split"] == 1)
        try client.install([.delete("a")], of: "lib4", period: "5")
        #expect(try client.clusters() == ["lib1/a", "lib2/a"])
    }

    @Test(arguments: StoreKind.available) func `different OCLC numbers never meet, and who cannot be joined is listed`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind)
        try install(
            client,
            [
                ("lib1", [book("a", "Waves", isbn: Self.first, oclc: "1")]),
                ("lib2", [book("a", "Waves", isbn: Self.first)]),
                ("lib3", [book("a", "Waves", isbn: Self.first, oclc: "2")]),
            ])
        #expect(try client.clusters() == ["lib1/a lib2/a", "lib3/a"])
        let doubts = try client.doubts()
        #expect(doubts.map { $0.split(separator: " ")[0] } == ["number-agrees", "oclc-differs"])
        #expect(doubts.last?.hasSuffix("\tlib1/a lib2/a lib3/a") == true)
        try client.install([book("a", "Waves", isbn: Self.first, oclc: "1")], of: "lib3", period: "9")
        #expect(try client.clusters() == ["lib3/a lib1/a lib2/a"])
        #expect(try client.doubts() == [])
    }

    @Test(arguments: StoreKind.available)
    func `records that a number joins and whose titles differ are listed, until they agree`(_ kind: StoreKind) throws {
        let client = try client(kind)
        client.rules = MatchRuleSet.preset("oclc-first")
        try install(
            client,
            [
                ("lib1", [book("a", "Waves", oclc: "1")]), ("lib2", [book("a", "The waves", oclc: "1")]),
                ("lib3", [book("a", "Orlando", oclc: "1")]),
            ])
        #expect(try client.clusters() == ["lib1/a lib2/a lib3/a"])
        #expect(try client.doubts() == ["title-differs lib1/a\tlib1/a lib2/a lib3/a"])
        let rematch = try client.store().rematch(period: "2026-11-25")
        #expect(rematch.changes == ClusterChanges())
        #expect(try client.doubts() == ["title-differs lib1/a\tlib1/a lib2/a lib3/a"])
        try client.install([book("a", "Waves", oclc: "1")], of: "lib2", period: "8")
        try client.install([.delete("a")], of: "lib3", period: "9")
        #expect(try client.doubts() == [])
    }

    @Test(arguments: StoreKind.available) func `a key that too many records bear is ignored and listed, until fewer do`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind)
        let loads = (1...4).map { ("lib\($0)", [book("a", "Waves", isbn: Self.first)]) }
        try install(client, Array(loads.prefix(3)))
        #expect(try client.clusters() == ["lib3/a lib1/a lib2/a"])
        try install(client, Array(loads.suffix(1)))
        #expect(try client.clusters() == ["lib1/a", "lib2/a", "lib3/a", "lib4/a"])
        #expect(
            try client.doubts().map { $0.split(separator: " ")[0] } == ["key-common", "key-common", "number-common"])
        try client.install([.delete("a")], of: "lib2", period: "9")
        #expect(try client.clusters() == ["lib3/a lib1/a lib4/a"])
        #expect(try client.doubts() == [])
    }

    /// What five contributors have, first and in the end.
    private func loads() -> [(String, first: [SampleRecord], then: [SampleRecord])] {
        [
            (
                "lib1", [book("a", "Waves", isbn: Self.first, oclc: "1"), book("b", "Emma")],
                [book("a", "Waves", isbn: Self.first), .delete("b")]
            ),
            ("lib2", [book("a", "Waves"), book("b", "Emma", isbn: Self.second)], [book("b", "Emma", oclc: "3")]),
            ("lib3", [book("a", "Waves", isbn: Self.second, oclc: "2"), book("b", "Emma")], [.delete("a")]),
            ("lib4", [book("a", "Orlando", isbn: Self.first)], [book("a", "Waves", isbn: Self.first, oclc: "2")]),
            (
                "lib5", [book("a", "Waves", oclc: "1"), book("c", "Emma", oclc: "4")],
                [book("a", "Waves", isbn: Self.first, oclc: "1"), book("b", "Emma", isbn: Self.second)]
            ),
        ]
    }

    private func outcome(_ order: [Int], _ kind: StoreKind) throws -> [String] {
        let client = try client(kind, inMemory: true)
        let loads = loads()
        // Between the first loads of some the changes of others arrive.
        for (step, index) in order.enumerated() {
            try client.install(loads[index].first, of: loads[index].0, period: "1", mode: .full)
            if step % 2 == 1 {
                for earlier in order[(step - 1)...step] {
                    try client.install(loads[earlier].then, of: loads[earlier].0, period: "2")
                }
            }
        }
        if let last = order.last { try client.install(loads[last].then, of: loads[last].0, period: "2") }
        let lines = try client.clusters() + client.doubts()
        let rematch = try client.store().rematch(period: "2026-11-25")
        #expect(rematch.changes == ClusterChanges())
        #expect(try client.clusters() + client.doubts() == lines, "a rebuild differs for the order \(order)")
        return lines
    }

    @Test(arguments: StoreKind.available)
    func `all orders of arrival give the same clusters as a rebuild, and as pairs compared one by one`(
        _ kind: StoreKind
    ) throws {
        var orders = Self.permutations([0, 1, 2, 3, 4])
        #expect(orders.count == 120)
        // What decides is the same code; a server takes its time for each of the thousand installs.
        if kind == .postgreSQL { orders = stride(from: 0, to: 120, by: 11).map { orders[$0] } }
        let outcomes = try Set(orders.map { try outcome($0, kind) })
        #expect(outcomes.count == 1)
        var held: [PlainClusters.Held] = []
        for load in loads() {
            let changed = Dictionary(load.then.map { ($0.control, $0) }) { $1 }
            let records = load.first.filter { changed[$0.control] == nil } + load.then.filter { $0.intent == .keep }
            held += records.map { (load.0, $0) }
        }
        let plain = PlainClusters.lines(held, try #require(rules))
        #expect(outcomes.first.map { Array($0.prefix(plain.count)) } == plain)
    }

    private static func permutations(_ items: [Int]) -> [[Int]] {
        items.isEmpty
            ? [[]] : items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
    }

    @Test(arguments: StoreKind.available, 1...12)
    func `after each of many random changes and undos clusters are what the content says`(
        kind: StoreKind, seed: Int
    ) throws {
        var random = Seeded(state: UInt64(seed))
        let client = try client(kind, inMemory: true)
        // Every other run by numbers alone, which join records whose titles differ.
        if seed % 2 == 0 { client.rules = try MatchRuleSet(text: "limit 4\npoint 035$a oclc\npoint 020$a isbn") }
        let rules = try #require(client.rules)
        var held: [String: [String: SampleRecord]] = [:]
        var before: [(version: Int, contributor: String, held: [String: SampleRecord])] = []
        for step in 0..<14 {
            let contributor = "lib\(random.next(5) + 1)"
            if random.next(4) == 0, let last = before.lastIndex(where: { $0.contributor == contributor }) {
                let undone = before.remove(at: last)
                try client.store().undo(undone.version)
                held[contributor] = undone.held
            } else {
                let changes = changes(&random)
                let outcome = try client.install(changes, of: contributor, period: "\(step)")
                before.append((outcome.version.id, contributor, held[contributor] ?? [:]))
                for change in changes {
                    held[contributor, default: [:]][change.control] = change.intent == .keep ? change : nil
                }
            }
            let records = held.flatMap { entry in entry.value.values.map { (entry.key, $0) } }
            #expect(try client.clusters() == PlainClusters.lines(records, rules), "seed \(seed), step \(step)")
            let lines = try client.clusters() + client.doubts()
            let rematch = try client.store().rematch(period: "2026-11-25")
            #expect(try client.clusters() + client.doubts() == lines, "seed \(seed), step \(step)")
            try client.store().undo(rematch.version)
        }
    }

    private func changes(_ random: inout Seeded) -> [SampleRecord] {
        let controls = ["a", "b", "c", "d"].filter { _ in random.next(2) == 0 }
        return controls.map { control in
            if random.next(4) == 0 { return .delete(control) }
            return book(
                control, ["Waves", "Emma", "Orlando"][random.next(3)],
                isbn: [nil, Self.first, Self.second][random.next(3)], oclc: [nil, nil, "1", "2"][random.next(4)],
                level: [" ", "7"][random.next(2)])
        }
    }

    @Test(arguments: StoreKind.available) func `a client without match rules has no clusters`(_ kind: StoreKind) throws
    {
        let client = try SampleClient(kind)
        try client.install([SampleRecord("a", "Waves")])
        #expect(try client.store().reading().clusters() == nil)
        let tables =
            kind == .sqlite ? "sqlite_master where name" : "pg_tables where schemaname = current_schema and tablename"
        #expect(try client.rows("select count(*) from \(tables) in ('cluster', 'match_key', 'review')") == ["0"])
    }

    @Test(arguments: StoreKind.available)
    func `other rules than those of the clusters need a rematch, which can be undone`(_ kind: StoreKind) throws {
        let client = try client(kind)
        try install(
            client,
            [("lib1", [book("a", "Waves", isbn: Self.first)]), ("lib2", [book("a", "Orlando", isbn: Self.first)])])
        #expect(try client.clusters() == ["lib1/a", "lib2/a"])
        client.rules = MatchRuleSet.preset("number-only")
        let refusal = #expect(throws: CatalogRefusal.self) {
            try client.install([book("b", "Emma")], of: "lib1", period: "8")
        }
        #expect(refusal?.description.hasSuffix("; holdfast rematch CLIENT makes them anew") == true)
        let report = try client.store().rematch(period: "2026-11-25")
        #expect(report.records == 2)
        #expect((report.clustersBefore, report.clusters) == (2, 1))
        #expect(report.changes.joined == 1)
        #expect(try client.clusters() == ["lib1/a lib2/a"])
        try client.install([book("b", "Emma")], of: "lib1", period: "8")
        try client.store().undo(report.version)
        #expect(try client.clusters() == ["lib1/a", "lib1/b", "lib2/a"])
        client.rules = rules
        try client.install([book("c", "Emma")], of: "lib2", period: "9")
        #expect(try client.clusters() == ["lib1/a", "lib1/b lib2/c", "lib2/a"])
    }

    @Test(arguments: StoreKind.available)
    func `a database that was not matched is matched by a rematch, and no more by another`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        try client.install([book("a", "Waves"), book("b", "Waves")], of: "lib1")
        client.rules = rules
        let report = try client.store().rematch(period: "2026-11-25")
        #expect((report.clustersBefore, report.clusters, report.changes) == (0, 1, ClusterChanges()))
        client.rules = nil
        #expect(try client.store().rematch(period: "2026-11-26").clusters == 0)
        try client.install([book("c", "Waves")], of: "lib1", period: "2")
        #expect(try client.store().reading().clusters() == nil)
    }
}

/// The same numbers for the same seed.
private struct Seeded {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
