import Catalog
import CatalogTestSupport
import Pipeline
import Testing
import Update

/// What stood in a client's database after each of its versions, worked out from what stands there now.
@Suite struct `Questions about versions` {
    /// Version 1: lib1 a, b. 2: lib2 a. 3: lib1 a replaced, b deleted, c added. 4: lib1 b added again, c deleted. 5: lib2 a replaced.
    private func client(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        try client.install([Self.waves, SampleRecord("b", "Emma")], of: "lib1", period: "1", mode: .full)
        try client.install([SampleRecord("a", "Orlando")], of: "lib2", period: "2", mode: .full)
        try client.install(
            [Self.waves.with { $0.title = "The waves" }, .delete("b"), SampleRecord("c", "Persuasion")], of: "lib1",
            period: "3")
        try client.install([SampleRecord("b", "Emma"), .delete("c"), .delete("z")], of: "lib1", period: "4")
        try client.install([SampleRecord("a", "Orlando: a biography")], of: "lib2", period: "5")
        return client
    }

    private static let waves = SampleRecord("a", "Waves").with { $0.isbn = "9780156949606" }

    private func difference(_ earlier: Int, _ later: Int, _ client: SampleClient) throws -> [String] {
        var lines: [String] = []
        try VersionDifference.forEach(in: client.store().reading(), from: earlier, to: later) { lines += $0.lines }
        return lines
    }

    @Test(arguments: StoreKind.available)
    func `diff tells what was added, replaced and deleted, with the fields that differ`(_ kind: StoreKind) throws {
        let client = try client(kind)
        #expect(
            try difference(1, 3, client) == [
                "~ lib1/a  The waves /",
                #"    - =245  10$aWaves /$cby Holberg, Ludvig, 1684-1754"#,
                #"    + =245  10$aThe waves /$cby Holberg, Ludvig, 1684-1754"#,
                "- lib1/b  Emma /",
                "+ lib1/c  Persuasion /",
                "+ lib2/a  Orlando /",
            ])
    }

    @Test(arguments: StoreKind.available) func `diff passes over what came and went between, and what is as it was`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind)
        #expect(try difference(2, 4, client).filter { !$0.hasPrefix(" ") } == ["~ lib1/a  The waves /"])
        #expect(try difference(3, 4, client) == ["+ lib1/b  Emma /", "- lib1/c  Persuasion /"])
        #expect(try difference(0, 1, client) == ["+ lib1/a  Waves /", "+ lib1/b  Emma /"])
    }

    @Test(arguments: StoreKind.available) func `diff refuses versions that are none`(_ kind: StoreKind) throws {
        let client = try client(kind)
        let none = #expect(throws: RunRefusal.self) { try difference(1, 9, client) }
        #expect(
            none.map { "\($0)" }
                == "the database has no version 9; its newest are 1, 2, 3, 4, 5, and 0 is the empty one")
        let order = #expect(throws: RunRefusal.self) { try difference(3, 1, client) }
        #expect(order.map { "\($0)" } == "version 3 is not before version 1; name the earlier one first")
    }

    private func export(
        _ client: SampleClient, contributor: String? = nil, version: Int? = nil, to target: Conversion.Target = .mrk
    ) throws -> String {
        var bytes: [UInt8] = []
        _ = try CatalogExport.run(
            client.store().reading(), contributor: contributor, version: version, to: target
        ) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func numbers(_ export: String) -> [String] {
        export.split(separator: "\n").filter { $0.hasPrefix("=001") || $0.hasPrefix("=245") }.map {
            String($0.dropFirst(6).prefix { $0 != "/" })
        }
    }

    @Test(arguments: StoreKind.available) func `export gives the database as it stood after each version`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind)
        let expected: [Int?: [String]] = [
            0: [], 1: ["a", "10$aWaves ", "b", "10$aEmma "],
            2: ["a", "10$aWaves ", "b", "10$aEmma ", "a", "10$aOrlando "],
            3: ["a", "10$aThe waves ", "c", "10$aPersuasion ", "a", "10$aOrlando "],
            4: ["a", "10$aThe waves ", "b", "10$aEmma ", "a", "10$aOrlando "],
            5: ["a", "10$aThe waves ", "b", "10$aEmma ", "a", "10$aOrlando: a biography "],
            nil: ["a", "10$aThe waves ", "b", "10$aEmma ", "a", "10$aOrlando: a biography "],
        ]
        for (version, records) in expected {
            #expect(numbers(try export(client, version: version)) == records, "version \(version ?? -1)")
        }
        #expect(numbers(try export(client, contributor: "lib2", version: 3)) == ["a", "10$aOrlando "])
    }

    @Test(arguments: StoreKind.available)
    func `export writes every format, and what was exported installs as the same records`(_ kind: StoreKind) throws {
        let client = try client(kind)
        #expect(try export(client, to: .marcxml).hasSuffix("</collection>\n"))
        #expect(try export(client, to: .marcjson).split(separator: "\n").count == 3)
        #expect(try export(client, to: .iso2709).utf8.count { $0 == 0x1D } == 3)
        let marc = kind == .sqlite ? "cast(marc as text)" : "convert_from(marc, 'UTF8')"
        let stored = try client.rows("select \(marc) from record order by contributor, control_number")
        #expect(try export(client, to: .iso2709) == stored.joined())
    }

    @Test(arguments: StoreKind.available) func `export of a version is what the database held when it was the newest`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        var exports: [String] = [""]
        for round in 1...6 {
            let samples = (1...12).filter { ($0 * round) % 3 != 1 }.map { number in
                number % 5 == round % 5
                    ? SampleRecord.delete("n\(number)") : SampleRecord("n\(number)", "Title \(number * round % 7)")
            }
            try client.install(samples, of: "lib\(round % 2)", period: "\(round)", mode: round < 3 ? .full : .changes)
            exports.append(try export(client))
        }
        for version in 0...6 { #expect(try export(client, version: version) == exports[version], "version \(version)") }
        try client.store().undo(6)
        #expect(try export(client) == exports[5])
        for version in 0...5 { #expect(try export(client, version: version) == exports[version], "version \(version)") }
    }

    @Test(arguments: StoreKind.available) func `stats count each field and subfield`(_ kind: StoreKind) throws {
        let client = try client(kind)
        let lines = try FieldCounts(client.store().reading(), contributor: "lib1").lines
        #expect(lines.contains("020    1 records, 50 %, 1 times"))
        #expect(lines.contains("020$a  1 records, 50 %, 1 times"))
        #expect(lines.contains("650    2 records, 100 %, 4 times"))
        #expect(lines.first == "001    2 records, 100 %, 2 times")
    }
}
