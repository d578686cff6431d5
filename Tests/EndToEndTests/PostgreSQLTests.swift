import Foundation
import ServerSupport
import Testing

/// The sample's three updates on both stores.
@Suite(.enabled(if: TestPostgreSQL.isInstalled, "PostgreSQL's server is not installed; make test installs it"))
struct `The sample in PostgreSQL` {
    private static func inPostgreSQL() throws -> SampleWorkspace { try SampleWorkspace(.postgreSQL) }

    @Test func `comes to the same files and the same answers as in SQLite`() throws {
        let workspaces = [try SampleWorkspace(), try Self.inPostgreSQL()]
        for (pipeline, period) in SampleWorkspace.updates {
            let runs = try workspaces.map { try $0.run(pipeline, period) }
            #expect(runs[0].status == runs[1].status, "\(pipeline) \(period): \(runs[1].messages)")
        }
        let files = try workspaces.map { try $0.runFiles() }
        let differing = Set(files[0].keys).union(files[1].keys).filter { files[0][$0] != files[1][$0] }.sorted()
        #expect(differing == [])
        #expect(!FileManager.default.fileExists(atPath: "\(workspaces[1].path)/databases/coast.sqlite"))
        let questions = [
            ["stats", "coast"], ["audit", "coast"], ["match", "review", "coast"], ["export", "coast"],
            ["diff", "coast", "1", "5"], ["trace", "coast", "hbp", "b10000442"],
        ]
        for question in questions {
            let answers = try workspaces.map { try Program.run(question + ["--workspace", $0.path, "--quiet"]) }
            #expect(answers[0].status == answers[1].status, "\(question): \(answers[1].messages)")
            #expect(answers[0].output == answers[1].output, "\(question)")
        }
        let found = try workspaces.map { workspace in
            try Program.run(["search", "coast", "the", "--workspace", workspace.path]).output.split(separator: "\n")
                .count
        }
        #expect(found[0] == found[1] && found[0] > 0, "what is found, whatever its rank")
    }

    @Test func `fails where the server does not answer, and the next tick goes on`() throws {
        let workspace = try Self.inPostgreSQL()
        let address =
            try String(contentsOfFile: "\(workspace.path)/clients/coast.yaml", encoding: .utf8)
            .split(separator: "\n").first { $0.hasPrefix("database: ") }?.dropFirst(10) ?? ""
        let file = "\(workspace.path)/clients/coast.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing(address, with: "postgres://holdfast@/union?host=/tmp/no-such-folder").write(
            toFile: file, atomically: true, encoding: .utf8)
        let failed = try workspace.run("monthly", "2026-10")
        #expect(failed.status == 3)
        #expect(
            failed.messages.contains("check that the server runs and that its address is right"), "\(failed.messages)")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let again = try Program.run("run", "monthly", "--period", "2026-10", "--workspace", workspace.path, "--quiet")
        #expect((0...1).contains(again.status), "\(again.messages)")
    }

    @Test func `a run that is killed goes on, and comes to the same files`() throws {
        let undisturbed = try Self.inPostgreSQL()
        let start = Date()
        #expect((0...1).contains(try undisturbed.run("monthly", "2026-10").status))
        let seconds = Date().timeIntervalSince(start)
        let files = try undisturbed.runFiles()
        for share in [0.35, 0.55, 0.75, 0.9] {
            let workspace = try Self.inPostgreSQL()
            try workspace.deliver("2026-10")
            let arguments = ["run", "monthly", "--period", "2026-10", "--workspace", workspace.path, "--quiet"]
            let process = try Program.start(
                arguments, output: URL(fileURLWithPath: "\(workspace.path)/.out"),
                messages: URL(fileURLWithPath: "\(workspace.path)/.err"))
            Thread.sleep(forTimeInterval: seconds * share)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let again = try Program.run(arguments)
            #expect((0...1).contains(again.status), "killed at \(share): \(again.messages)")
            let found = try workspace.runFiles()
            let differing = Set(files.keys).union(found.keys).filter { files[$0] != found[$0] }.sorted()
            #expect(differing == [], "killed at \(share)")
            let audit = try Program.run("audit", "coast", "--workspace", workspace.path)
            #expect(audit.output.contains("everything is as Holdfast left it"), "killed at \(share): \(audit.output)")
        }
    }
}
