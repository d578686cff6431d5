import Catalog
import CatalogTestSupport
import Foundation
import Install
import MARC
import Pipeline
import TestSupport
import Testing
import Update

/// What a profile says of records without holdings.
@Suite struct `Records without holdings` {
    private func profile(_ holdings: String) throws -> Profile {
        try Profile(pinnedAs: "test", text: "holdings: {\(holdings)}", knownCodes: [])
    }

    /// How a record with neither holdings nor URL, and one with a URL, end.
    private func outcome(_ holdings: String) throws -> [String] {
        let profile = try profile(holdings)
        return try [SoundRecord.bibliographic, SoundRecord.bibliographic + "\n=856  40$uhttps://example.org/1"].map {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(
                "holdings-\(UUID().uuidString).mrc")
            defer { try? FileManager.default.removeItem(at: file) }
            var bytes: [UInt8] = []
            try Records.record($0).withView { try ISO2709Writer.append($0, to: &bytes) }
            try Data(bytes).write(to: file)
            let check = try FileCheck(file.path, profile: profile, threads: 1)
            return "\(check.accepted) \(check.defects["validate.holdings-missing"] ?? 0)"
        }
    }

    @Test func `are rejected, reported or kept as the profile says`() throws {
        #expect(try outcome("required: true") == ["0 1", "1 0"])
        #expect(try outcome("without: reject") == ["0 1", "1 0"])
        #expect(try outcome("without: note") == ["1 1", "1 0"])
        #expect(try outcome("without: keep") == ["1 0", "1 0"])
        #expect(try outcome("without: note, url: false") == ["1 1", "1 1"])
    }

    @Test func `are what the profile says once, and a change of it concerns validate`() throws {
        let problem = #expect(throws: ConfigurationError.self) { try profile("required: true, without: note") }
        #expect(problem.map { "\($0)" }?.contains("leave 'required' out") == true)
        let changes = try profile("without: note, url: false").changedKeys(from: profile(""))
        #expect(changes.map(\.key) == ["holdings.without", "holdings.url"])
        #expect(changes.allSatisfy { $0.stage == .validate })
    }
}

/// Holdings read as a profile's map says.
@Suite struct `A holdings map` {
    private func profile(_ lines: String) throws -> Profile {
        try Profile(pinnedAs: "test", text: "format: any\nencoding: auto\n" + lines, knownCodes: [])
    }

    private static let lines = """
        holdings:
          map:
            field: "852"
            library: a
            location: b
            call-number: [k, 099$a, h]
            barcode: p
            note: 500$a
            locations: { MAIN: Main Library, "EAST": East Branch }
        """

    private static let waves = SampleRecord("a", "Waves").with {
        $0.holdings = [("NWU", "MAIN", "PR6045", "3001"), ("NWU", "WEST", "PR6045", "3002")]
        $0.note = "Signed."
    }

    private func install(_ client: SampleClient, _ map: HoldingsMap?, period: String) throws -> InstallCounts {
        var submission = try client.submission([Self.waves], of: "lib1", period: period, mode: .full)
        submission.facts.holdings = map
        return try client.install(submission).version.counts
    }

    private func holdings(_ client: SampleClient) throws -> [String] {
        try client.rows("select number, library, location, call_number, barcode, note from holding order by number")
    }

    @Test(arguments: StoreKind.available)
    func `takes each column from the first place that has a value, and translates locations`(_ kind: StoreKind) throws {
        let map = try #require(try profile(Self.lines).holdingsMap)
        let client = try SampleClient(kind)
        _ = try install(client, map, period: "1")
        #expect(
            try holdings(client) == [
                "1\tNWU\tMain Library\tPR6045\t3001\tSigned.", "2\tNWU\tWEST\tPR6045\t3002\tSigned.",
            ])
        let profiles = AuditProfiles(
            identifiers: ClientAudit.finder(oclcNumbers: [:]), holdings: ["lib1": map])
        #expect(try client.store().audit(profiles) { _ in }.findings == [])
        try client.execute("update holding set location = 'MAIN' where number = 1")
        #expect(try client.store().audit(profiles) { _ in }.findings.map(\.table) == ["holding"])
    }

    @Test(arguments: StoreKind.available)
    func `that has changed makes the next load write the records anew`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        #expect(try install(client, nil, period: "1").added == 1)
        #expect(try holdings(client).first == "1\tNWU\tMAIN\tPR6045\t3001\tnull")
        let map = try #require(try profile(Self.lines).holdingsMap)
        #expect(try install(client, map, period: "2").replaced == 1)
        #expect(try holdings(client).first == "1\tNWU\tMain Library\tPR6045\t3001\tSigned.")
        #expect(try install(client, map, period: "3").unchanged == 1)
        try client.store().undo(3)
        try client.store().undo(2)
        #expect(try holdings(client).first == "1\tNWU\tMAIN\tPR6045\t3001\tnull")
    }

    @Test func `is refused with the place of what is wrong, and noted among the profile's changes`() throws {
        let problem = #expect(throws: ConfigurationError.self) {
            try profile("holdings:\n  map: { field: \"949\", call-number: [h, \"90$a\"] }")
        }
        #expect(problem.map { "\($0)" }?.contains("'call-number' expects subfields as in h or 090$ab") == true)
        let changes = try profile(Self.lines).changedKeys(from: profile(""))
        #expect(changes.map(\.key) == ["holdings.map"])
        #expect(changes.map(\.stage) == [.install])
        #expect(try profile("holdings: { map: { field: \"949\" } }").holdingsTags.map(\.description) == ["949"])
    }
}
