import Foundation
import Testing

/// A contributor that leaves a client's database, and comes back, as people call it, on both stores.
@Suite struct `Withdrawal of a contributor` {
    private func export(_ workspace: SampleWorkspace, _ contributor: String? = nil) throws -> String {
        let only = contributor.map { ["--contributor", $0] } ?? []
        return try Program.run(["export", "coast", "--to", "mrk", "--workspace", workspace.path] + only).output
    }

    private func stats(_ workspace: SampleWorkspace) throws -> [String] {
        try workspace.call("stats", "coast").output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: SampleStore.available)
    func `is planned, done as one version, traced, and undone exactly`(_ store: SampleStore) throws {
        let workspace = try SampleWorkspace(store)
        _ = try workspace.run("monthly", "2026-10")
        _ = try workspace.run("weekly", "2026-W45")
        let before = (try export(workspace), try stats(workspace))
        let (harbour, counts) = (try export(workspace, "hbp"), before.1.first { $0.hasPrefix("nwu ") } ?? "")
        let records = counts.split(separator: " ").dropFirst().first ?? "?"

        let plan = try workspace.call("withdraw", "coast", "nwu", "--plan")
        #expect(plan.status == 0, "\(plan.messages)")
        #expect(plan.output.hasPrefix("nwu: \(records) records ("), "\(plan.output)")
        #expect(plan.output.contains(" holdings would leave\n  its records are in "), "\(plan.output)")
        #expect(try export(workspace) == before.0 && stats(workspace) == before.1)
        #expect(try workspace.call("withdraw", "coast", "nwu").status == 2)

        let withdrawn = try workspace.call("withdraw", "coast", "nwu", "--reason", "it has left", "--who", "qa")
        #expect(withdrawn.status == 0, "\(withdrawn.messages)")
        let day = try #require(withdrawn.output.firstMatch(of: /undo coast\/(\d{4}-\d\d-\d\d) --contributor nwu/)?.1)
        let clusters = plan.output.replacing("are in", with: "were in").replacing("would have", with: "has")
        #expect(withdrawn.output.split(separator: "\n")[1] == clusters.split(separator: "\n")[1])
        #expect(try export(workspace, "nwu") == "" && export(workspace, "hbp") == harbour)
        #expect(try stats(workspace).contains { $0.hasPrefix("nwu  0 records, 0 holdings") })
        let audit = try workspace.call("audit", "coast")
        #expect(audit.status == 0, "\(audit.output)")
        #expect(try workspace.call("status").output.contains("coast  nwu was withdrawn on \(day) by qa: it has left\n"))
        let trace = try workspace.call("trace", "coast", "nwu", "991001322473").output
        #expect(
            trace.contains(
                """
                coast/\(day)  withdrawal, version 9
                  withdrawn by qa: it has left
                  install: deleted, for the contributor was withdrawn
                now: it does not stand in the database
                """), "\(trace)")

        // It is not collected, and nothing brings it back by the way.
        try workspace.deliver("2026-W46")
        let run = try Program.run("run", "weekly", "--period", "2026-W46", "--workspace", workspace.path, "--quiet")
        #expect(run.messages.contains("nwu was withdrawn on \(day) by qa: it has left; 1 files in its drop folder"))
        #expect(try export(workspace, "nwu") == "")
        for command in [
            ["run", "weekly", "--period", "2026-W46", "--contributor", "nwu"],
            ["rerun", "coast/2026-W45", "--from", "install", "--contributor", "nwu"],
            ["withdraw", "coast", "nwu", "--reason", "again"],
        ] {
            let refused = try Program.run(command + ["--workspace", workspace.path, "--quiet"])
            #expect(refused.status == 2 && refused.messages.contains("nwu was withdrawn on"), "\(refused.messages)")
        }
        let page = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-W46/index.html", encoding: .utf8)
        #expect(page.contains("Nothing came from: ksd."))

        _ = try workspace.call("undo", "coast/2026-W46", "--reason", "to compare")
        let undo = try workspace.call("undo", "coast/\(day)", "--contributor", "nwu", "--reason", "it stays")
        #expect(undo.status == 0, "\(undo.messages)")
        #expect(try export(workspace) == before.0)
        #expect(try stats(workspace) == before.1)
        #expect(try workspace.call("audit", "coast").status == 0)
        #expect(!(try workspace.call("status").output).contains("withdrawn"))
    }

    @Test(arguments: SampleStore.available)
    func `ends when it is readmitted, and it begins anew with what it sends`(_ store: SampleStore) throws {
        let workspace = try SampleWorkspace(store)
        _ = try workspace.run("monthly", "2026-10")
        let before = try export(workspace)
        _ = try workspace.call("withdraw", "coast", "nwu", "--reason", "x")
        #expect(try workspace.call("readmit", "coast", "hbp", "--reason", "x").status == 2)
        #expect(try workspace.call("readmit", "coast", "nwu", "--reason", "it has come back").status == 0)
        try? FileManager.default.removeItem(atPath: "\(workspace.path)/inbox/coast")
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/inbox/coast", withIntermediateDirectories: true)
        try workspace.deliver("2026-10")
        let again = try Program.run(
            "run", "monthly", "--period", "2026-11", "--contributor", "nwu", "--workspace", workspace.path, "--quiet")
        #expect(again.status == 0, "\(again.messages)")
        #expect(try export(workspace) == before)
        #expect(try workspace.call("audit", "coast").status == 0)
    }

    @Test func `takes what was held along, and is ended by whoever comes next where it was killed`() throws {
        let workspace = try SampleWorkspace()
        for (pipeline, period) in SampleWorkspace.updates { _ = try workspace.run(pipeline, period) }
        let held = "  mmr  changes  held: "
        #expect(try workspace.call("status", "coast/2026-W46").output.contains(held))
        let plan = try workspace.call("withdraw", "coast", "mmr", "--plan").output
        #expect(plan.contains("  coast/2026-W46 would be superseded: nothing of it will be installed\n"), "\(plan)")
        // As the ledger is left where the process dies before the database is changed.
        try workspace.sql(
            "ledger.sqlite",
            """
            insert into withdrawal (client, contributor, period, who, reason, made)
            values ('coast', 'mmr', '2026-11-25', 'qa', 'closed', '2026-11-25T10:00:00.000Z')
            """)
        _ = try workspace.call("tick")
        #expect(try export(workspace, "mmr") == "")
        let status = try workspace.call("status", "coast/2026-W46").output
        #expect(
            status.contains("mmr  changes  superseded: the contributor was withdrawn on 2026-11-25"),
            "\(status)")
        #expect(try workspace.call("audit", "coast").status == 0)
    }
}
