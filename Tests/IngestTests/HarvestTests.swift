import Foundation
import Ingest
import ServerSupport
import Testing
import Transfer
import Update

/// Harvests from a real repository on 127.0.0.1, and what ingest reads of them.
@Suite final class `Harvesting a repository` {
    private let bench: Workbench
    private let server: TestServer
    private let memory = Memory()
    private let told = Noted<String>()
    private let slept = Noted<Double>()
    private var delivered: Set<String> = []
    private var inbox: String { "\(bench.root)/inbox/bc/bva" }

    init() throws {
        bench = try Workbench()
        server = try TestServer(.oai, folder: bench.root + "/repository")
    }

    // MARK: The repository

    private struct Entry: Encodable {
        var id: String
        var date: String
        var sets: [String] = []
        var deleted = false
        var xml: String
    }

    private func entry(_ number: Int, _ date: String = "2026-11-0", sets: [String] = [], deleted: Bool = false) -> Entry
    {
        let xml = """
            <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>\
            <controlfield tag="001">b\(number)</controlfield><datafield tag="245" ind1="1" ind2="0">\
            <subfield code="a">Title \(number)</subfield></datafield></record>
            """
        return Entry(
            id: "oai:repository.example:b\(number)", date: date.count == 9 ? "\(date)\(number % 10)T12:00:00Z" : date,
            sets: sets, deleted: deleted, xml: xml)
    }

    private func serve(_ entries: [Entry]) throws {
        try server.put("records.json", Array(JSONEncoder().encode(entries)))
    }

    private func harvest(
        _ change: (inout OAISource) -> Void = { _ in }, isFull: Bool = false, since: String? = nil
    ) throws -> OAIHarvest {
        var source = OAISource(try Address("http://127.0.0.1:\(server.port)/oai"))
        change(&source)
        let (delivered, told, slept) = (delivered, told, slept)
        return OAIHarvest(
            source, isFull: isFull, since: since, into: inbox, memory: memory,
            surroundings: TransferSurroundings(
                sleep: { slept.add($0) }, chance: { 0.5 }),
            tell: { told.add($0) }, isDelivered: { delivered.contains($0) })
    }

    /// Reads what was harvested, as the submission does that takes it.
    private func ingest(_ collector: Collector = Collector(), attempt: String = "001") throws -> Outcome {
        var collector = collector
        collector.notices = memory.notices
        return try bench.ingest(collector, attempt: attempt)
    }

    /// What was asked for besides the prefix, with tokens shown as `…`.
    private var lists: [String] {
        server.requests.filter { $0.hasPrefix("verb=ListRecords") }.map {
            $0.replacing(/^verb=ListRecords (metadataPrefix=marc21 ?)?/, with: "")
                .replacing(/resumptionToken=.*/, with: "…")
        }
    }

    private func sentence(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)".replacing(/127\.0\.0\.1:\d+/, with: "HOST").replacing(/Token=[^;:]*/, with: "Token=…")
        }
    }

    // MARK: A harvest

    @Test func `brings all parts of the list as one file, its deletions as deletes`() throws {
        try serve((1...7).map { entry($0, deleted: $0 == 3) })
        let outcome = try harvest().run()
        #expect(outcome.landed.map(\.name) == ["harvest-2026-11-25T180004Z.xml"])
        #expect(lists == ["", "…", "…"])
        let read = try bench.ingest()
        #expect(read.records == ["b1", "b2", "b3 delete", "b4", "b5", "b6", "b7"])
        #expect(read.codes == [] && read.summary.counts["deletes"] == 1)
        #expect(told.all == [])
    }

    @Test func `asks the next time for what has changed since, and brings nothing where that is nothing`() throws {
        try serve((1...4).map { entry($0) })
        _ = try harvest().run()
        try server.put("repository.json", #"{"now": "2026-12-02T18:00:00Z"}"#)
        let second = try harvest().run()
        #expect(second.landed == [])
        #expect(lists == ["", "…", "from=2026-11-25T18:00:04Z"])
        try serve([entry(9, "2026-12-03T00:00:00Z")])
        #expect(try harvest().run().landed.map(\.name) == ["harvest-2026-12-02T180000Z.xml"])
        #expect(lists.last == "from=2026-12-02T18:00:00Z")
    }

    @Test func `keeps to sets, days and the repository's granularity`() throws {
        try server.put("repository.json", #"{"granularity": "YYYY-MM-DD"}"#)
        var entries = (1...4).map { entry($0, "2026-11-0\($0)", sets: [$0 < 3 ? "books" : "serials"]) }
        entries[0].date = "2019-12-31"
        try serve(entries)
        _ = try harvest {
            $0.sets = ["books", "serials", "maps"]; $0.from = "2020-01-01"
        }.run()
        #expect(
            lists == [
                "set=books from=2020-01-01", "set=serials from=2020-01-01", "set=maps from=2020-01-01",
            ])
        #expect(try bench.ingest().records == ["b2", "b3", "b4"])
        _ = try harvest { $0.sets = ["books"] }.run()
        #expect(lists.last == "set=books from=2026-11-25")
        _ = try harvest(since: "2026-11-01").run()
        #expect(lists.last == "from=2026-11-01")
    }

    @Test func `of everything asks for no date, and takes the place of changes that still wait`() throws {
        try serve((1...3).map { entry($0) })
        _ = try harvest().run()
        try server.put("repository.json", #"{"now": "2026-12-02T18:00:00Z"}"#)
        try serve((1...4).map { entry($0) })
        let outcome = try harvest(isFull: true).run()
        #expect(lists == ["", "", "…"])
        #expect(outcome.landed.map(\.name) == ["harvest-2026-12-02T180000Z.xml"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).filter { !$0.hasPrefix(".") }.count == 1)
        #expect(
            told.all == [
                "harvest-2026-11-25T180004Z.xml is left out: the full harvest holds what it does"
            ])
        #expect(try bench.ingest().records == ["b1", "b2", "b3", "b4"])
    }

    @Test func `waits as long as a busy repository asks`() throws {
        try serve((1...4).map { entry($0) })
        try server.plant(#"{"2": {"status": 503, "retry_after": 77, "times": 1}}"#)
        #expect(try harvest().run().landed.count == 1)
        #expect(slept.all == [77])
        #expect(try bench.ingest().records == ["b1", "b2", "b3", "b4"])
    }

    @Test func `begins a list anew when its token has expired, and takes nothing twice`() throws {
        try serve((1...9).map { entry($0, sets: ["all"]) } + [entry(10, "2026-11-09T00:00:00Z", sets: ["more"])])
        try server.plant(#"{"4": {"error": "badResumptionToken", "times": 1}}"#)
        _ = try harvest { $0.sets = ["more", "all"] }.run()
        #expect(lists == ["set=more", "set=all", "…", "…", "set=all", "…", "…"])
        #expect(
            told.all == [
                "the repository no longer took its token, and the list was begun anew; nothing was taken twice"
            ])
        let read = try ingest()
        #expect(read.codes == ["ingest.harvest-restarted"])
        #expect(read.records == ["b10", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9"])
    }

    @Test func `is given up when tokens expire again and again`() throws {
        try serve((1...4).map { entry($0) })
        try server.put("repository.json", #"{"expires": -1}"#)
        #expect(
            sentence { _ = try harvest().run() }
                == "http://HOST/oai?verb=ListRecords&resumptionToken=…: the repository answers badResumptionToken "
                + "(as the protocol says); ask the library's server administrator for access")
        #expect(lists.count == 8)
    }

    @Test func `goes on where it broke, with the next call too`() throws {
        try serve((1...9).map { entry($0) })
        try server.plant(#"{"2": {"cut": 100, "times": 1}, "4": {"status": 500}, "5": {"status": 500}}"#)
        let impatient = { (source: inout OAISource) in source.retries.attempts = 2 }
        #expect(sentence { _ = try harvest(impatient).run() }.contains("the server answers 500"))
        #expect(lists.count == 5)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).filter { !$0.hasPrefix(".") } == [])
        #expect(memory.dates == [:])
        // A part that came, and of which a crash kept the progress from being noted.
        let part = try #require(FileHandle(forWritingAtPath: "\(inbox)/.fetching/harvest.part"))
        try part.seekToEnd()
        try part.write(contentsOf: Data("<OAI-PMH><ListRecords>".utf8))
        try part.close()
        #expect(try harvest(impatient).run().landed.count == 1)
        #expect(lists == ["", "…", "…", "…", "…", "…"])
        #expect(told.all == ["the harvest goes on after 6 records"])
        #expect(try bench.ingest().records == (1...9).map { "b\($0)" })
    }

    @Test func `that was whole before a crash lands without being made again`() throws {
        try serve((1...3).map { entry($0) })
        let landed = try harvest().run().landed
        let file = try #require(landed.first)
        try FileManager.default.moveItem(atPath: "\(inbox)/\(file.name)", toPath: "\(inbox)/.fetching/\(file.name)")
        memory.rows[file.address]?.stage = .whole
        #expect(try harvest().run().landed.map(\.name) == [file.name])
        #expect(lists == ["", "from=2026-11-25T18:00:04Z"])
    }

    @Test func `that ends too early in every answer is no harvest`() throws {
        try serve((1...3).map { entry($0) })
        try server.plant(#"{"all": {"short": 700}}"#)
        #expect(
            sentence { _ = try harvest().run() }
                == "http://HOST/oai?verb=ListRecords&metadataPrefix=marc21: the response breaks off after 700 bytes; "
                + "what has arrived is kept and the next run goes on from there")
        #expect(slept.all == [1.5, 3, 6, 12])
    }

    @Test(
        arguments: [
            (
                #"{"all": {"error": "cannotDisseminateFormat"}}"#,
                "the repository answers cannotDisseminateFormat (as the"
            ),
            (#"{"all": {"replace": [["OAI-PMH", "html"]]}}"#, "the answer is no OAI-PMH response; ask the library's"),
            (
                #"{"all": {"replace": [["<OAI-PMH", "<!DOCTYPE x [<!ENTITY a \"b\">]><OAI-PMH"]]}}"#,
                "the response declares a document type;"
            ),
            (#"{"all": {"status": 404}}"#, "the server answers 404"),
        ])
    func `says what it cannot do`(faults: String, expected: String) throws {
        try serve((1...3).map { entry($0) })
        try server.plant(faults)
        let sentence = sentence { _ = try harvest().run() }
        #expect(sentence.contains("metadataPrefix=marc21: \(expected)"), "\(sentence)")
    }

    @Test func `is not caught in a circle`() throws {
        try serve((1...6).map { entry($0) })
        // The token of the second part asks for the second part.
        try server.plant(
            #"{"1": {"replace": [["3, 1]</resumptionToken>", "3, 0]</resumptionToken>"]]}, "all": {"replace": [["<resumptionToken completeListSize=\"6\" cursor=\"3\"/>", "<resumptionToken>[{\"metadataPrefix\": \"marc21\"}, 3, 0]</resumptionToken>"]]}}"#
        )
        #expect(
            sentence { _ = try harvest().run() }.contains("the repository gives the same part of the list again"))
        #expect(lists.count == 3)
    }

    @Test func `takes no more of a response than the limit, however small it came`() throws {
        // It comes packed, and is counted as it is unpacked.
        var entries = (1...3).map { entry($0) }
        entries[1].xml += String(repeating: " ", count: 1 << 20)
        try serve(entries)
        let sentence = sentence { _ = try harvest { $0.connection.limits.largestPage = 100_000 }.run() }
        #expect(sentence.contains("metadataPrefix=marc21: the page has more than 100000 bytes"), "\(sentence)")
        #expect(try harvest().run().landed.count == 1)
    }

    @Test func `keeps records in damaged XML apart from sound ones`() throws {
        var entries = (1...5).map { entry($0) }
        entries[1].xml = entries[1].xml.replacingOccurrences(of: "</subfield>", with: "&nbsp;\u{01}<b>")
        entries[3].xml = entries[3].xml.replacingOccurrences(of: "</datafield></record>", with: "")
        try serve(entries)
        _ = try harvest().run()
        let read = try bench.ingest()
        #expect(read.records == ["b1", "b2", "b3", "b4", "b5"])
        #expect(
            Set(read.codes) == ["ingest.xml-not-well-formed", "ingest.xml-entity-refused", "ingest.xml-shape-wrong"])
    }

    @Test func `without a date is told, and made in full again`() throws {
        try serve((1...3).map { entry($0) })
        try server.put("repository.json", #"{"now": "yesterday"}"#)
        #expect(try harvest().run().landed.map(\.name) == ["harvest-yesterday.xml"])
        #expect(
            told.all == [
                "the repository's responses bear no date, so the next harvest cannot ask for changes since; tell the library"
            ])
        #expect(try ingest().codes == ["ingest.harvest-undated"])
        _ = try harvest().run()
        #expect(lists == ["", ""])
    }

    @Test func `says where a repository keeps no deletions, or gives less than it announces`() throws {
        try serve((1...4).map { entry($0) })
        try server.put("repository.json", #"{"deleted_record": "no"}"#)
        try server.plant(#"{"2": {"replace": [["completeListSize=\"4\"", "completeListSize=\"40\""]]}}"#)
        _ = try harvest().run()
        #expect(
            told.all == [
                "the repository does not keep what was deleted; plan full loads, or let the library send delete lists",
                "the repository announced 40 records and gave 4; harvest again with --since, or ask the library",
            ])
        let read = try ingest()
        #expect(read.codes == ["ingest.harvest-without-deletions", "ingest.harvest-incomplete"])
        #expect(read.defects.allSatisfy { $0.contains("\"harvest-2026-11-25T180004Z.xml\"") })
        #expect(read.value("message", of: "ingest.harvest-incomplete") == told.all[1])
        #expect(read.value("action", of: "ingest.harvest-incomplete") == "noted")
        let full = try ingest(Collector(mode: .full), attempt: "002")
        #expect(full.value("action", of: "ingest.harvest-incomplete") == "submission-held")
    }

    @Test func `that broke still tells what happened before, in the submission that holds it`() throws {
        try serve((1...9).map { entry($0) })
        try server.put("repository.json", #"{"deleted_record": "no"}"#)
        try server.plant(#"{"2": {"error": "badResumptionToken", "times": 1}, "4": {"status": 500}}"#)
        #expect(sentence { _ = try harvest { $0.retries.attempts = 1 }.run() }.contains("the server answers 500"))
        try server.plant("{}")
        _ = try harvest().run()
        #expect(try ingest().codes == ["ingest.harvest-without-deletions", "ingest.harvest-restarted"])
    }

    @Test func `that was told of once is not told of again with the next file`() throws {
        try serve((1...4).map { entry($0) })
        try server.plant(#"{"2": {"error": "badResumptionToken", "times": 1}}"#)
        _ = try harvest().run()
        try server.put("repository.json", #"{"now": "2026-12-02T18:00:00Z"}"#)
        try serve([entry(9, "2026-12-01T00:00:00Z")])
        _ = try harvest().run()
        #expect(try ingest().codes == ["ingest.harvest-restarted"])
    }
}
