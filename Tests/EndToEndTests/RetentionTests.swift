import Foundation
import Pipeline
import Synchronization
import Testing
import Update

/// What is kept of the past, and what is not.
@Suite struct `Retention` {
    @Test(arguments: SampleStore.available)
    func `removes old spools and images, and never what undo promises or what is held`(_ store: SampleStore) throws {
        let library = try TestLibrary(store, gates: ["deletes": "{ percent: 10, at-least: 3 }"])
        let workspace = library.workspace
        #expect(try library.run("monthly", "2026-10", (1...30).map { TestLibrary.title($0) }).status == 0)
        var states = [try library.editions()]
        for week in 45...47 {
            let changes = (1...20).map { TestLibrary.title($0 + week - 45, edition: week) }
            #expect(try library.run("weekly", "2026-W\(week)", changes).status == 0)
            states.append(try library.editions())
        }
        #expect(try library.run("weekly", "2026-W48", (1...9).map { TestLibrary.delete($0) }).status == 1)
        let none = try workspace.call("retain", "coast")
        #expect(none.status == 2 && none.messages.contains("holdfast.yaml has no key 'retention'"), "\(none.messages)")
        try workspace.edit(
            "holdfast.yaml", "settle-seconds: 0", "settle-seconds: 0\nretention: { spools: 2, versions: 2 }")

        let plan = try workspace.call("retain", "--plan")
        #expect(plan.status == 0, "\(plan.messages)")
        let lines = plan.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 4, "\(lines)")
        for (line, period) in zip(lines, ["2026-10", "2026-W45", "2026-W46"]) {
            #expect(line.hasPrefix("coast/\(period) tst: files and spools would be removed, "))
        }
        #expect(
            lines.last
                == "tst: images of 50 changes would be removed; version 2 (2026-W45) and those before it can no longer be undone"
        )
        #expect(try workspace.call("retain", "--plan").output == plan.output)

        let done = try workspace.call("retain").output
        #expect(done == plan.output.replacing("would be removed", with: "removed"))
        #expect(try workspace.call("retain").output == "coast: nothing is older than what is kept\n")
        let folder = "\(workspace.path)/runs/coast/2026-10/tst"
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/2-scrub/001/records.spool"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/1-ingest/001/files"))
        for kept in ["2-scrub/001/defects.jsonl", "report/index.html", "submission.json", "gate.json"] {
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(kept)"), "\(kept)")
        }
        let audit = try workspace.call("audit", "coast")
        #expect(audit.status == 0, "\(audit.output)")
        #expect(try library.editions() == states[3])

        // What is gone is said, wherever it is asked for.
        #expect(try workspace.call("run", "weekly", "--period", "2026-W45", "--contributor", "tst").status == 0)
        for (command, sentence) in [
            (["rerun", "coast/2026-W45", "--from", "install"], "cannot be run again"),
            (["diff", "coast", "1", "3"], "what stood after version 1 is no longer known"),
            (["export", "coast", "--version", "1"], "ask for that version or a later one"),
        ] {
            let refused = try Program.run(command + ["--workspace", workspace.path, "--quiet"])
            #expect(refused.status == 2 && refused.messages.contains(sentence), "\(refused.messages)")
        }
        #expect(try workspace.call("export", "coast", "--version", "2").status == 0)
        #expect(try workspace.call("report", "coast/2026-10").status == 0)
        let trace = try workspace.call("trace", "coast", "tst", "t1").output
        #expect(
            trace.contains("coast/2026-W45  changes, installed, version 2\n  its files are no longer kept\n"),
            "\(trace)")

        // What is held is let on, and the versions that are kept are undone.
        #expect(
            try workspace.call("release", "coast/2026-W48", "--contributor", "tst", "--reason", "weeded").status == 0)
        #expect(try library.numbers() == Set(10...30))
        for (week, state) in [(48, 3), (47, 2), (46, 1)] {
            let undo = try workspace.call("undo", "coast/2026-W\(week)", "--contributor", "tst", "--reason", "x")
            #expect(undo.status == 0, "\(undo.messages)")
            #expect(try library.editions() == states[state])
        }
        let gone = try workspace.call("undo", "coast/2026-W45", "--contributor", "tst", "--reason", "x")
        #expect(gone.status == 2)
        #expect(gone.messages.contains("version 2 (2026-W45) can no longer be undone"), "\(gone.messages)")
        #expect(try library.state("2026-W45") == "changes  installed")
        #expect(try workspace.call("audit", "coast").status == 0)
        #expect(
            try workspace.call("rerun", "coast/2026-W47", "--from", "install", "--contributor", "tst").status == 0)
        #expect(try workspace.call("audit", "coast").status == 0)
    }

    @Test func `is done at the end of a monthly update`() throws {
        let library = try TestLibrary(.sqlite)
        try library.workspace.edit("holdfast.yaml", "settle-seconds: 0", "settle-seconds: 0\nretention: { spools: 1 }")
        for (pipeline, period) in [("monthly", "2026-10"), ("weekly", "2026-W45")] {
            #expect(try library.run(pipeline, period, [TestLibrary.title(1)]).status == 0)
        }
        let spool = "\(library.workspace.path)/runs/coast/2026-10/tst/2-scrub/001/records.spool"
        #expect(FileManager.default.fileExists(atPath: spool))
        let monthly = try library.run("monthly", "2026-11", [TestLibrary.title(1, edition: 2)])
        #expect(monthly.messages.contains("coast/2026-10 tst: files and spools removed, "), "\(monthly.messages)")
        #expect(!FileManager.default.fileExists(atPath: spool))
        // No image was to go.
        #expect(
            try library.workspace.call("undo", "coast/2026-11", "--contributor", "tst", "--reason", "x").status == 0)
        #expect(try library.editions() == [1: 1])
    }

    /// The stage before which room is short for the first time.
    @Test(arguments: [("ingest", 1), ("scrub", 2), ("validate", 3), ("install", 4)])
    func `a stage for which there is no room fails before it starts, and goes on when there is`(
        _ stage: String, _ call: Int
    )
        throws
    {
        let library = try TestLibrary(.sqlite)
        try library.deliver("a", (1...30).map { TestLibrary.title($0) })
        let path = library.workspace.path
        func run(_ space: FreeSpace) throws -> UpdateOutcome {
            let workspace = try Workspace(folder: path, knownCodes: DefectCodes.names)
            let environment = RunEnvironment(
                workspace: workspace, ledger: try Ledger(path: "\(path)/ledger.sqlite"), freeSpace: space,
                program: "test")
            return try UpdateRunner(environment).run(
                try #require(workspace.pipelines["weekly"]), client: try #require(workspace.clients["coast"]),
                period: "2026-W45", contributors: ["tst"])
        }
        let calls = Mutex(0)
        let short = FreeSpace { _ in
            calls.withLock { calls in
                calls += 1
                return calls >= call ? 1_000_000 : 1 << 40
            }
        }
        #expect(try run(short) == .failed)
        let state = try library.state("2026-W45")
        #expect(
            state.hasPrefix("changes  failed: \(stage) failed: \(path)/")
                && state.contains(" has 1 MB free, and the stage needs "),
            "\(state)")
        let status = try library.workspace.call("status", "coast/2026-W45").output
        #expect(!status.contains("    \(stage) attempt"), "\(status)")
        #expect(try run(.system) == .done)
        #expect(try library.numbers() == Set(1...30))
    }
}
