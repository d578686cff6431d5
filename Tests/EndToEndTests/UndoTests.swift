import Foundation
import Testing

/// Taking back what an update has installed, as people call it, on both stores.
@Suite struct `Undo of an update` {
    /// What a database holds and shows, as text.
    private func content(_ workspace: SampleWorkspace, _ contributor: String? = nil) throws -> [String] {
        if let contributor {
            return [try workspace.call("export", "coast", "--to", "mrk", "--contributor", contributor).output]
        }
        return try [
            ["export", "coast", "--to", "mrk"], ["stats", "coast", "--fields"], ["match", "review", "coast"],
        ]
        .map { try Program.run($0 + ["--workspace", workspace.path, "--quiet"]).output }
    }

    @Test(arguments: SampleStore.available)
    func `restores what stood before, and is in status, page and trace; rerun installs it again`(_ store: SampleStore)
        throws
    {
        let workspace = try SampleWorkspace(store)
        var states: [[String]] = []
        for (pipeline, period) in SampleWorkspace.updates {
            _ = try workspace.run(pipeline, period)
            states.append(try content(workspace))
        }
        let harbour = try content(workspace, "hbp")

        let early = try workspace.call("undo", "coast/2026-W45", "--contributor", "hbp", "--reason", "wrong week")
        #expect(early.status == 2)
        #expect(
            early.messages == """
                holdfast: coast/2026-W45 of hbp is not its newest version: 2026-W46 stands on it; undo the newest first: \
                holdfast undo coast/2026-W46 --contributor hbp --reason TEXT

                """)
        #expect(try content(workspace) == states[2])

        let undo = try workspace.call("undo", "coast/2026-W46", "--reason", "the wrong files", "--who", "qa")
        #expect(undo.status == 0 || undo.status == 1, "\(undo.messages)")
        #expect(undo.output.split(separator: "\n").count == 3, "\(undo.output)")
        #expect(undo.output.hasPrefix("hbp: version 9 of 2026-W46 is undone; "))
        #expect(try content(workspace) == states[1])
        #expect(try workspace.call("audit", "coast").status == 0)
        let status = try workspace.call("status", "coast/2026-W46").output
        #expect(status.contains("  hbp  changes  undone: undone by qa: the wrong files\n"), "\(status)")
        #expect(status.contains("  hbp: undone by qa on "))
        let page = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-W46/index.html", encoding: .utf8)
        #expect(page.contains(#"<span class="badge info">undone</span>"#))
        let own = try String(
            contentsOfFile: "\(workspace.path)/runs/coast/2026-W46/hbp/report/index.html", encoding: .utf8)
        #expect(own.contains("A person has taken that back; the database is as it was before."))
        #expect(own.contains("Undone by qa: the wrong files"))

        // Nothing but a person installs it again.
        _ = try workspace.call("run", "weekly", "--period", "2026-W46")
        _ = try workspace.call("tick")
        #expect(try content(workspace) == states[1])
        let nothing = try workspace.call("undo", "coast/2026-W46", "--reason", "again")
        #expect(nothing.status == 2)
        #expect(
            nothing.messages == """
                holdfast: nothing of coast/2026-W46 stands in the database, so there is nothing to undo; it holds versions \
                of 2026-10, 2026-W45

                """)

        // After others' later versions.
        _ = try workspace.call("rerun", "coast/2026-W46", "--from", "install", "--contributor", "nwu")
        let northwater = try content(workspace, "nwu")
        #expect(try workspace.call("undo", "coast/2026-W45", "--contributor", "hbp", "--reason", "x").status <= 1)
        #expect(try content(workspace, "nwu") == northwater)
        _ = try workspace.call("rerun", "coast/2026-W46", "--from", "install", "--contributor", "hbp")
        let late = try workspace.call("rerun", "coast/2026-W45", "--from", "install", "--contributor", "hbp")
        #expect(late.status == 3, "\(late.messages)")
        #expect(late.messages.contains("coast/2026-W46 of hbp came later and is installed"), "\(late.messages)")
        _ = try workspace.call("undo", "coast/2026-W46", "--contributor", "hbp", "--reason", "x")
        for period in ["2026-W45", "2026-W46"] {
            _ = try workspace.call("rerun", "coast/\(period)", "--from", "install")
        }
        #expect(try content(workspace, "hbp") == harbour)
        #expect(try content(workspace) == states[2])
        #expect(try workspace.call("audit", "coast").status == 0)
        let trace = try workspace.call("trace", "coast", "hbp", "b10000442").output
        #expect(trace.contains("  undone by"), "\(trace)")
    }

    @Test func `that a killed program has left half done is ended by whoever comes next`() throws {
        let workspace = try SampleWorkspace()
        _ = try workspace.run("monthly", "2026-10")
        let before = try content(workspace)
        _ = try workspace.run("weekly", "2026-W45")
        // As the ledger is left between the decision and the database, for one, and between both and the end, for another.
        try workspace.sql(
            "ledger.sqlite", "update submission set state = 'undoing', reason = 'x' where period = '2026-W45'")
        _ = try workspace.call("run", "weekly", "--period", "2026-W45")
        #expect(try content(workspace) == before)
        #expect(try workspace.call("status").output.contains("hbp undone: x"))
        try workspace.sql("ledger.sqlite", "update submission set state = 'undoing' where period = '2026-W45'")
        _ = try workspace.call("tick")
        #expect(try content(workspace) == before)
        #expect(!(try workspace.call("status").output).contains("undoing"))
    }

    @Test func `of rows that were altered since does nothing and says so`() throws {
        let workspace = try SampleWorkspace()
        _ = try workspace.run("monthly", "2026-10")
        try workspace.sql("databases/coast.sqlite", "update record set title = 'x' where id = 3")
        let before = try workspace.databaseDump()
        let undo = try workspace.call("undo", "coast/2026-10", "--contributor", "hbp", "--reason", "x")
        #expect(undo.status == 3)
        #expect(undo.messages.contains("its rows have been altered since it was installed"), "\(undo.messages)")
        #expect(try workspace.databaseDump() == before)
        #expect(try workspace.call("status", "coast/2026-10").output.contains("  hbp  full  installed\n"))
    }

    @Test func `lets the same files come again`() throws {
        let workspace = try SampleWorkspace()
        _ = try workspace.run("monthly", "2026-10")
        _ = try workspace.run("weekly", "2026-W45")
        let after = try content(workspace, "nwu")
        _ = try workspace.call("undo", "coast/2026-W45", "--contributor", "nwu", "--reason", "sent a week too early")
        #expect(try content(workspace, "nwu") != after)
        try workspace.deliver("2026-W45")
        _ = try workspace.call("run", "weekly", "--period", "2026-W46", "--contributor", "nwu")
        #expect(try content(workspace, "nwu") == after)
    }
}
