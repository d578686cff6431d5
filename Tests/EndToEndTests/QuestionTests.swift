import Foundation
import Testing

/// What people ask after two of the sample's updates.
@Suite struct `Questions to the sample` {
    private let workspace: SampleWorkspace

    init() throws {
        workspace = try SampleWorkspace()
        _ = try workspace.run("monthly", "2026-10")
        _ = try workspace.run("weekly", "2026-W45")
    }

    private func ask(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments + ["--workspace", workspace.path, "--quiet"])
    }

    private func lines(_ arguments: String...) throws -> [String] {
        try Program.run(arguments + ["--workspace", workspace.path, "--quiet"]).output.split(separator: "\n").map(
            String.init)
    }

    @Test func `are answered`() throws {
        try traceIsWhole()
        try auditFindsNothing()
        try exportReads()
        try planIsWhatHappens()
        try auditFindsWhatWasAltered()
    }

    private func traceIsWhole() throws {
        #expect(
            try lines("trace", "coast", "hbp", "b10000442") == [
                "hbp/b10000442",
                "coast/2026-10  full, installed, version 1",
                "  books-1.mrc: record 25, byte 19286, 726 bytes: bibliographic, to keep",
                "  scrub: nothing to repair", "  validate: passed", "  install: added", "  inspect: passed",
                "coast/2026-W45  changes, installed, version 5",
                "  changes.mrc: record 56, byte 45920, 726 bytes: bibliographic, to delete",
                "  scrub: nothing to repair", "  validate: passed", "  install: deleted", "  inspect: passed",
                "now: it does not stand in the database",
            ])
        let repaired = try lines("trace", "coast", "hbp", "b10002171")
        #expect(
            repaired.contains(
                "    020 $a: info scrub.isbn-qualifier, repaired: 020 $a holds more than the number; the qualifier was moved to $q"
            ))
        #expect(repaired.contains("now: bibliographic record, written by version 1  Honda Domani 2001-"))
        #expect(
            repaired.contains("  seen as nwu/991001322473, 3 records: nwu/991001322473, hbp/b10002171, ltl/LTL000168"))
        let unknown = try ask("trace", "coast", "hbp", "b1")
        #expect(unknown.status == 2)
        #expect(unknown.messages.hasPrefix("holdfast: coast has never had a record hbp/b1; "))
    }

    private func auditFindsNothing() throws {
        let audit = try ask("audit", "coast")
        #expect(audit.status == 0)
        #expect(audit.output.hasSuffix("everything is as Holdfast left it\n"))
        let kept = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-10/audit.json", encoding: .utf8)
        #expect(kept.contains("\"findings\" : [\n\n  ]"))
    }

    /// A plan of the third update says what the update then does, and changes nothing.
    private func planIsWhatHappens() throws {
        try workspace.deliver("2026-W46")
        let before = try (
            workspace.runFiles(), workspace.databaseDump(), FileManager.default.subpaths(atPath: workspace.path)
        )
        let plan = try lines("run", "weekly", "--period", "2026-W46", "--plan")
        #expect(try workspace.runFiles() == before.0)
        #expect(try workspace.databaseDump() == before.1)
        #expect(FileManager.default.subpaths(atPath: workspace.path) == before.2)
        #expect(plan.contains("nwu  it would be installed"))
        #expect(plan.contains { $0.hasPrefix("mmr  it would be held: 58 of the contributor's 140 installed records") })
        #expect(plan.contains("ksd  nothing was delivered"))
        let objects = try lines("run", "weekly", "--period", "2026-W46", "--plan", "--json").count
        #expect(objects == plan.filter { !$0.hasPrefix("    ") }.count)
        _ = try Program.run("run", "weekly", "--period", "2026-W46", "--workspace", workspace.path, "--quiet")
        let made = Set(plan.filter { ["+ ", "- ", "~ "].contains($0.prefix(2)) && !$0.contains(" mmr/") })
        let difference = Set(try lines("diff", "coast", "8", "11").filter { !$0.hasPrefix("    ") })
        #expect(made == difference)
        let again = try lines("plan", "coast/2026-W46", "--contributor", "nwu")
        #expect(again.last == "nwu  it is installed already, and nothing would change")
    }

    private func exportReads() throws {
        let file = "\(workspace.path)/export.xml"
        let export = try ask("export", "coast", "--contributor", "mmr", "--to", "marcxml")
        try export.output.write(toFile: file, atomically: true, encoding: .utf8)
        let check = try Program.run("check", file, "--json")
        let count = try lines("stats", "coast", "--contributor", "mmr").last?.split(separator: " ")[1]
        #expect(
            check.output.contains("\"records\" : \(count ?? "?")")
                || check.output.contains("\"records\":\(count ?? "?")"))
    }

    private func auditFindsWhatWasAltered() throws {
        let sql = "update holding set location = 'Elsewhere' where record = (select min(record) from holding)"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "\(workspace.path)/databases/coast.sqlite", sql]
        try process.run()
        process.waitUntilExit()
        let audit = try ask("audit", "coast")
        #expect(audit.status == 3)
        #expect(audit.output.hasPrefix("holding hbp/b10000000: its holdings are not those of its content\n"))
    }
}
