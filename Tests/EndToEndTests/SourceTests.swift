import Foundation
import Pipeline
import ServerSupport
import Testing
import Update

/// The sample's workspace, with the Harbour's deliveries on a server and the museum's in its drop folder.
@Suite struct `Deliveries that lie on a server` {
    private let workspace: SampleWorkspace
    private let served = try? TemporaryFolder()

    init() throws { workspace = try SampleWorkspace() }

    private static let sample = "\(Program.package)/SampleData/deliveries"

    private func server(_ kind: TestServer.Kind, _ arguments: String? = nil) throws -> TestServer {
        let folder = try #require(served).path
        let server =
            try arguments.map { try TestServer(kind, folder: folder, $0) } ?? TestServer(kind, folder: folder)
        for name in ["books-1.mrc", "books-2.mrc"] {
            try FileManager.default.copyItem(atPath: "\(Self.sample)/2026-10/hbp/\(name)", toPath: "\(folder)/\(name)")
        }
        return server
    }

    private struct Report: Decodable, Equatable {
        struct File: Decodable, Equatable {
            let name: String
            let size: Int
        }
        let contributor: String
        let files: [File]
        let unchanged: Int
        var code: String?
    }

    /// What `collect --json` prints.
    private func collect() throws -> (status: Int32, reports: [Report]) {
        let outcome = try run("collect", "coast", "--json")
        return (outcome.status, try JSONDecoder().decode([Report].self, from: Data(outcome.output.utf8)))
    }

    /// Fetches twice, and expects both files the first time and none the second.
    private func expectBothFilesOnce() throws {
        let files = try ["books-1.mrc", "books-2.mrc"].map { Report.File(name: $0, size: try size($0)) }
        let first = try collect()
        #expect(first.status == 0 && first.reports == [Report(contributor: "hbp", files: files, unchanged: 0)])
        let second = try collect()
        #expect(second.status == 0 && second.reports == [Report(contributor: "hbp", files: [], unchanged: 2)])
        for name in ["books-1.mrc", "books-2.mrc"] {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: "\(workspace.path)/inbox/coast/hbp/\(name)", andPath: "\(Self.sample)/2026-10/hbp/\(name)"))
        }
    }

    private func setSource(_ lines: String...) throws {
        let text = """
            title: Coast Libraries Consortium
            database: databases/coast.sqlite
            contributors:
              hbp:
                profile: harbour
                source:
                  attempts: 1
                  \(lines.joined(separator: "\n      "))
              mmr: { profile: museum }
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(workspace.path)/clients/coast.yaml"))
    }

    private func deliverMuseum() throws {
        try FileManager.default.copyItem(
            atPath: "\(Self.sample)/2026-10/mmr", toPath: "\(workspace.path)/inbox/coast/mmr")
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments + ["--workspace", workspace.path, "--quiet"])
    }

    private func submissions() throws -> [String: SubmissionRow] {
        let rows = try Ledger(path: "\(workspace.path)/ledger.sqlite").submissions(client: "coast")
        return Dictionary(rows.map { ($0.contributor, $0) }, uniquingKeysWith: { _, last in last })
    }

    private func size(_ name: String) throws -> Int {
        try Data(contentsOf: URL(fileURLWithPath: "\(Self.sample)/2026-10/hbp/\(name)")).count
    }

    @Test func `are collected once, and the run takes them`() throws {
        let server = try server(.http)
        try setSource("url: http://127.0.0.1:\(server.port)/", "pattern: \"*.mrc\"")
        let files = try "books-1.mrc (\(size("books-1.mrc")) bytes), books-2.mrc (\(size("books-2.mrc")) bytes)"
        let first = try run("collect", "coast")
        #expect(first.status == 0 && first.output == "hbp  \(files)\n", "\(first.messages)")
        #expect(try run("collect", "coast").output == "hbp  nothing new; 2 fetched before\n")

        let monthly = try run("run", "monthly", "--period", "2026-10")
        #expect((0...1).contains(monthly.status), "\(monthly.messages)")
        #expect(try submissions()["hbp"]?.state == .installed)
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(workspace.path)/inbox/coast/hbp")
        #expect(left.filter { !$0.hasPrefix(".") } == [])

        let weekly = try run("run", "weekly", "--period", "2026-W45")
        #expect(weekly.status == 0, "\(weekly.messages)")
        let defects = try run("defects", "coast/2026-W45", "--json")
        #expect(defects.output.hasPrefix("{\"code\":\"ingest.source-nothing-new\""), "\(defects.output)")
        #expect(defects.output.contains("has nothing new, only 2 files fetched before; check there whether"))
        #expect(server.requests.filter { $0.hasPrefix("GET /books") } == ["GET /books-1.mrc", "GET /books-2.mrc"])
    }

    @Test func `are collected by https from a server that the source's own certificates vouch for, and from no other`()
        throws
    {
        let certificate = try TestCertificate.make(in: "\(workspace.path)/keys")
        let folder = try #require(served).path
        let server = try TestServer(.http, folder: folder, "", certificate)
        for name in ["books-1.mrc", "books-2.mrc"] {
            try FileManager.default.copyItem(atPath: "\(Self.sample)/2026-10/hbp/\(name)", toPath: "\(folder)/\(name)")
        }
        let lines = ["url: https://127.0.0.1:\(server.port)/", "pattern: \"*.mrc\""]
        try setSource(lines[0], lines[1])
        let refused = try collect()
        #expect(refused.status == 3 && refused.reports.map(\.code) == ["ingest.source-not-trusted"])
        try setSource(lines[0], lines[1], "ca-file: keys/server.pem.crt")
        try expectBothFilesOnce()
    }

    @Test func `are collected by sftp with a key from the server whose key is known, and from no other`() throws {
        let keys = "\(workspace.path)/keys"
        try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
        let server = try server(.sshd, keys)
        func setSource(hostKey: String) throws {
            try self.setSource(
                "url: sftp://127.0.0.1:\(server.port)\(server.folder)/", "pattern: \"*.mrc\"", "user: \(NSUserName())",
                "key-file: keys/user", "host-key: \(TestHostKey.fingerprint("\(keys)/\(hostKey).pub"))")
        }
        try setSource(hostKey: "other")
        let refused = try collect()
        #expect(refused.status == 3 && refused.reports.map(\.code) == ["ingest.source-not-trusted"])
        try setSource(hostKey: "host")
        try expectBothFilesOnce()
        let text = try run("collect", "coast")
        #expect(text.output == "hbp  nothing new; 2 fetched before\n" && !text.messages.contains("PRIVATE"))
    }

    @Test func `of a repository are harvested, its deletions taken out of the database`() throws {
        let folder = try #require(served).path
        let server = try TestServer(.oai, folder: folder)
        func serve(_ entries: [(number: Int, isDeleted: Bool)], now: String) throws {
            let records = entries.map { entry -> String in
                let xml = """
                    <record xmlns='http://www.loc.gov/MARC21/slim'><leader>00000nam a2200000 a 4500</leader>\
                    <controlfield tag='001'>HBP\(entry.number)</controlfield><datafield tag='245' ind1='1' ind2='0'>\
                    <subfield code='a'>Title \(entry.number)</subfield></datafield><datafield tag='852' ind1=' ' ind2=' '>\
                    <subfield code='a'>HBP</subfield></datafield></record>
                    """
                return
                    #"{"id": "oai:hbp.example:HBP\#(entry.number)", "date": "\#(now)", "deleted": \#(entry.isDeleted), "xml": "\#(xml)"}"#
            }
            try server.put("records.json", "[\(records.joined(separator: ","))]")
            try server.put("repository.json", #"{"now": "\#(now)"}"#)
        }
        func codes(_ period: String) throws -> String {
            try String(
                contentsOfFile: "\(workspace.path)/runs/coast/\(period)/hbp/1-ingest/001/defects.jsonl", encoding: .utf8
            )
        }
        try setSource("oai: http://127.0.0.1:\(server.port)/oai", "prefix: marcxml")
        try Data("format: marcxml\nholdings: { required: false }\n".utf8).write(
            to: URL(fileURLWithPath: "\(workspace.path)/profiles/harbour.yaml"))
        try serve((1...8).map { ($0, false) }, now: "2026-11-01T00:00:00Z")
        let full = try run("run", "monthly", "--period", "2026-11", "--contributor", "hbp")
        #expect((0...1).contains(full.status), "\(full.messages)")
        #expect(try submissions()["hbp"]?.reason == "")

        try serve([(2, true), (9, false)], now: "2026-11-20T00:00:00Z")
        try server.plant(
            #"{"all": {"replace": [["</ListRecords>", "<resumptionToken completeListSize=\"5\"/></ListRecords>"]]}}"#)
        let reports = try collect().reports
        #expect(reports.first?.files.map(\.name) == ["harvest-2026-11-20T000000Z.xml"])
        let weekly = try run("run", "weekly", "--period", "2026-W47", "--contributor", "hbp")
        #expect((0...1).contains(weekly.status), "\(weekly.messages)")
        #expect(try submissions()["hbp"]?.reason == "")
        let plan = try JSONDecoder().decode(
            Summary.self,
            from: Data(
                contentsOf: URL(
                    fileURLWithPath: "\(workspace.path)/runs/coast/2026-W47/hbp/4-install/001/summary.json")))
        #expect(plan.dispositions == ["added": 1, "deleted": 1])
        // Told by the process that harvested, kept for the one that ran.
        #expect(
            try !codes("2026-11").contains("ingest.harvest-") && codes("2026-W47").contains("ingest.harvest-incomplete")
        )
        #expect(server.requests.contains("verb=ListRecords metadataPrefix=marcxml from=2026-11-01T00:00:00Z"))
    }

    private struct Summary: Decodable {
        let dispositions: [String: Int]
    }

    @Test func `on a server that is down fail alone, with the cause`() throws {
        let server = try server(.http)
        server.stop()
        try setSource("url: http://127.0.0.1:\(server.port)/", "pattern: \"*.mrc\"")
        try deliverMuseum()
        let monthly = try run("run", "monthly", "--period", "2026-10")
        #expect(monthly.status == 3)
        let rows = try submissions()
        let cause = "ingest.source-unreachable: http://127.0.0.1:\(server.port)/: no connection ("
        #expect(rows["hbp"]?.state == .failed && rows["hbp"]?.reason.hasPrefix("ingest failed: \(cause)") == true)
        #expect(rows["mmr"]?.state == .installed)
        let defects = try run("defects", "coast/2026-10", "--contributor", "hbp", "--json")
        #expect(defects.output.hasPrefix("{\"code\":\"ingest.source-unreachable\",\"severity\":\"major\""))
        let collect = try run("collect", "coast")
        #expect(collect.status == 3 && collect.output.hasPrefix("hbp  \(cause)"), "\(collect.output)")
    }

    @Test func `that could not be fetched are fetched by the next tick`() throws {
        let server = try server(.http)
        try server.plant(#"{"books-1.mrc": {"status": 503}}"#)
        try setSource("url: http://127.0.0.1:\(server.port)/books-1.mrc")
        try deliverMuseum()
        #expect(try tick(at: "2026-11-10T00:00:00Z").ran == [])
        // The weekly slot is Sunday at 10:30 UTC.
        let failed = try tick(at: "2026-11-15T12:00:00Z")
        #expect(failed.ran == ["coast/2026-W46"] && failed.worst == .failed)
        let reason = try submissions()["hbp"]?.reason ?? ""
        #expect(reason.contains("the server answers 503"), "\(reason)")
        try server.plant("{}")
        #expect(try tick(at: "2026-11-15T13:00:00Z").ran == ["coast/2026-W46"])
        #expect(try submissions()["hbp"]?.state == .installed)
        #expect(try tick(at: "2026-11-15T14:00:00Z").ran == [])
        #expect(server.requests.filter { $0.hasPrefix("GET") } == ["GET /books-1.mrc"])
    }

    private func tick(at time: String) throws -> Tick.Outcome {
        let now = try #require(ISO8601DateFormatter().date(from: time))
        let environment = RunEnvironment(
            workspace: try Workspace(folder: workspace.path, knownCodes: DefectCodes.names),
            ledger: try Ledger(path: "\(workspace.path)/ledger.sqlite"),
            clock: WallClock(now: { now }, sleep: { _ in }),
            program: "test")
        return try Tick(environment).run()
    }

    @Test func `are deleted there when the submission holds them, where the source says so`() throws {
        let server = try server(.ftp, "bva:secret")
        for (name, text) in [("user", "bva"), ("password", "secret")] {
            try Data("\(text)\n".utf8).write(to: URL(fileURLWithPath: "\(workspace.path)/\(name)"))
        }
        try setSource(
            "url: ftp://127.0.0.1:\(server.port)/", "pattern: \"*.mrc\"", "user-from: file:user",
            "password-from: file:password", "delete-after: true")
        let collect = try run("collect", "coast")
        #expect(collect.status == 0, "\(collect.output)\(collect.messages)")
        #expect(server.has("books-1.mrc") && server.has("books-2.mrc"))
        let monthly = try run("run", "monthly", "--period", "2026-10")
        #expect((0...1).contains(monthly.status), "\(monthly.messages)")
        #expect(!server.has("books-1.mrc") && !server.has("books-2.mrc"))
    }

    @Test func `are not asked for where a contributor has no source`() throws {
        try setSource("url: http://127.0.0.1/")
        let collect = try run("collect", "coast", "--contributor", "mmr")
        #expect(collect.status == 2)
        #expect(
            collect.messages.contains(
                "mmr has no source in clients/coast.yaml; what it puts into its drop folder is taken by holdfast run"),
            "\(collect.messages)")
        let since = try run("collect", "coast", "--since", "2026-01-01")
        #expect(since.status == 2)
        #expect(
            since.messages.contains(
                "--since is for repositories, and the source of hbp is none; name the contributors with --contributor"),
            "\(since.messages)")
        #expect(
            try run("collect", "coast", "--since", "January").messages.contains(
                "--since expects a day as in 2026-01-31, found 'January'"))
    }
}
