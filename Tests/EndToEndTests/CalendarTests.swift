import Foundation
import Pipeline
import Synchronization
import Testing
import Update

/// The sample's workspace, in which the Harbour and the museum have a delivery calendar.
@Suite struct `A delivery that was expected` {
    private let workspace: SampleWorkspace

    init() throws {
        workspace = try SampleWorkspace()
        let text = """
            title: Coast Libraries Consortium
            database: databases/coast.sqlite
            contributors:
              hbp:
                name: Harbour Public Library
                profile: harbour
                expects:
                  weekly: { by: friday 18:00 }
                  monthly: { files: ["books-*.mrc", "holdings-*.mrc"] }
              mmr: { profile: museum, expects: { weekly: { except: [2026-W45] } } }
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(workspace.path)/clients/coast.yaml"))
    }

    private func deliver(_ period: String, _ contributor: String) throws {
        let inbox = "\(workspace.path)/inbox/coast/\(contributor)"
        try? FileManager.default.removeItem(atPath: inbox)
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/inbox/coast", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Program.package)/SampleData/deliveries/\(period)/\(contributor)", toPath: inbox)
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments + ["--workspace", workspace.path])
    }

    private static let sentence =
        "a delivery for 2026-W45 was expected by Friday 2026-11-06 18:00 and nothing came; there never was one: ask the "
        + "library whether its export ran"

    @Test func `and did not come is a defect, in the run, the status and the page, until it comes`() throws {
        let first = try run("run", "weekly", "--period", "2026-W45")
        #expect(first.status == 0)
        #expect(first.messages.contains("hbp: \(Self.sentence)\n"), "\(first.messages)")
        #expect(!first.messages.contains("mmr: a delivery"))
        let defects = try run("defects", "coast/2026-W45", "--json")
        #expect(
            defects.output.hasPrefix(
                #"{"code":"ingest.delivery-missing","severity":"major","action":"noted","stage":"ingest","#),
            "\(defects.output)")
        #expect(defects.output.split(separator: "\n").count == 1)
        #expect(try run("status", "coast/2026-W45").output.contains("  hbp  missing: \(Self.sentence)\n"))
        #expect(try run("status").output.contains("    hbp missing: \(Self.sentence)\n"))
        #expect(try run("status", "--json").output.contains(#""contributor" : "hbp""#))
        let page = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-W45/index.html", encoding: .utf8)
        #expect(page.contains("<h2>Expected and not delivered</h2>"))
        #expect(page.contains("Harbour Public Library <span class=\"soft\">(hbp)</span>: \(Self.sentence)"))

        try deliver("2026-W45", "hbp")
        let second = try run("run", "weekly", "--period", "2026-W45")
        #expect((0...1).contains(second.status), "\(second.messages)")
        #expect(!(try run("status", "coast/2026-W45").output).contains("missing"))
        let after = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-W45/index.html", encoding: .utf8)
        #expect(!after.contains("Expected and not delivered"))
    }

    @Test func `holds a full load that lacks one of its files`() throws {
        try deliver("2026-10", "hbp")
        let monthly = try run("run", "monthly", "--period", "2026-10")
        #expect(monthly.status == 1, "\(monthly.messages)")
        let status = try run("status", "coast/2026-10").output
        #expect(
            status.contains(
                "no file with a name as in holdings-*.mrc came, only books-1.mrc, books-2.mrc"), "\(status)")
    }

    @Test func `is told once when it is overdue and its run is still to come`() throws {
        let told = Mutex<[String]>([])
        func tick(_ time: String) throws {
            let now = try #require(ISO8601DateFormatter().date(from: time))
            let environment = RunEnvironment(
                workspace: try Workspace(folder: workspace.path, knownCodes: DefectCodes.names),
                ledger: try Ledger(path: "\(workspace.path)/ledger.sqlite"),
                clock: WallClock(now: { now }, sleep: { _ in }), program: "test",
                observer: { if case .notice(let text) = $0 { told.withLock { $0.append(text) } } })
            _ = try Tick(environment).run()
        }
        try tick("2026-11-20T12:00:00Z")
        try deliver("2026-W45", "hbp")
        try tick("2026-11-21T11:00:00Z")
        #expect(told.withLock { $0 } == [])
        try FileManager.default.removeItem(atPath: "\(workspace.path)/inbox/coast/hbp")
        try tick("2026-11-21T12:00:00Z")
        try tick("2026-11-21T13:00:00Z")
        #expect(
            told.withLock { $0 } == [
                "coast/2026-W47: the delivery of hbp was expected by Friday 2026-11-20 18:00 and is not there; weekly runs "
                    + "on Sunday 2026-11-22 02:30"
            ])
    }
}
