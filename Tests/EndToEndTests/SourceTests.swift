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
    }
}
