import Foundation
import Testing

/// The weekly purge of records that have lost their last holding, as people see it, on both stores.
@Suite struct `The weekly purge` {
    @Test(arguments: SampleStore.available)
    func `takes out what has lost its last holding, once, as a version that can be undone`(_ store: SampleStore) throws
    {
        let library = try TestLibrary(store)
        let titles =
            (1...60).map { TestLibrary.title($0, holding: $0 != 3 && $0 != 50) } + [TestLibrary.holdings(of: 3)]
        #expect(try library.run("monthly", "2026-10", titles).status == 0)
        #expect(try library.numbers() == Set(1...60))
        let week = try library.run(
            "weekly", "2026-W45",
            [
                TestLibrary.title(1, edition: 2, holding: false),
                TestLibrary.title(2, edition: 2, holding: false, link: true),
                TestLibrary.title(4, edition: 2, holding: false), TestLibrary.holdings(of: 4),
                TestLibrary.holdings(of: 3, isDeleted: true),
                TestLibrary.title(6, edition: 2),
            ])
        #expect(week.status == 0, "\(week.messages)")
        let message = "2 records that had lost their last holding were taken out, 1 were left for their 856"
        #expect(week.messages.contains("tst: \(message)\n"), "\(week.messages)")
        // 50 never had one, 2 is spared, 4 has a holdings record.
        #expect(try library.numbers() == Set(1...60).subtracting([1, 3]))
        #expect(
            try library.workspace.call("status", "coast/2026-W45").output.contains("  tst  purge  done: \(message)\n"))
        let file = "\(library.workspace.path)/runs/coast/2026-W45/index.html"
        #expect(
            try String(contentsOfFile: file, encoding: .utf8).contains(
                #"<span class="badge info">done</span> 2 records"#))
        let trace = try library.workspace.call("trace", "coast", "tst", "t1").output
        #expect(
            trace.hasSuffix(
                """
                coast/2026-W45  purge, version 3
                  install: deleted, for it had lost its last holding
                now: it does not stand in the database

                """), "\(trace)")
        #expect(try library.workspace.call("audit", "coast").status == 0)

        let undo = try library.workspace.call(
            "undo", "coast/2026-W45", "--contributor", "tst", "--purge", "--reason", "the map was wrong")
        #expect(undo.status == 0, "\(undo.messages)")
        #expect(try library.numbers() == Set(1...60))
        #expect(try library.workspace.call("status", "coast/2026-W45").output.contains("  tst  purge  undone: "))
        #expect(try library.workspace.call("status", "coast/2026-W45").output.contains("  tst  changes  installed\n"))
        #expect(try library.run("weekly", "2026-W45", []).status == 0)
        #expect(try library.run("weekly", "2026-W46", [TestLibrary.title(7, edition: 2)]).status == 0)
        #expect(try library.numbers() == Set(1...60))
        #expect(try library.workspace.call("audit", "coast").status == 0)

        // The whole update is undone with its purge.
        #expect(try library.run("weekly", "2026-W47", [TestLibrary.title(8, edition: 2, holding: false)]).status == 0)
        #expect(try library.numbers() == Set(1...60).subtracting([8]))
        let both = try library.workspace.call("undo", "coast/2026-W47", "--reason", "x").output
        #expect(both.split(separator: "\n").count == 2, "\(both)")
        #expect(try library.numbers() == Set(1...60))
        #expect(try library.workspace.call("trace", "coast", "tst", "t8").output.contains("  Title 8, edition 1"))
    }

    @Test(arguments: SampleStore.available)
    func `of too many records is held, and a person lets it on or turns it down`(_ store: SampleStore) throws {
        let library = try TestLibrary(store)
        #expect(try library.run("monthly", "2026-10", (1...60).map { TestLibrary.title($0) }).status == 0)
        let lost = try library.run(
            "weekly", "2026-W45", (1...25).map { TestLibrary.title($0, edition: 2, holding: false) })
        #expect(lost.status == 1, "\(lost.messages)")
        let message = """
            25 of the contributor's 60 records have lost their last holding and would be purged (41.7 %); the limit is 5 % \
            and more than 20
            """
        let status = try library.workspace.call("status", "coast/2026-W45").output
        #expect(status.contains("  tst  changes  installed\n") && status.contains("  tst  purge  held: \(message)\n"))
        #expect(
            status.contains(
                "to let the purge of tst on: holdfast release coast/2026-W45 --contributor tst --reason TEXT"))
        #expect(try library.numbers() == Set(1...60))
        let release = try library.workspace.call(
            "release", "coast/2026-W45", "--contributor", "tst", "--reason", "the branch has closed")
        #expect(release.status == 0, "\(release.messages)")
        #expect(try library.numbers() == Set(26...60))

        #expect(
            try library.run("weekly", "2026-W46", (26...50).map { TestLibrary.title($0, edition: 3, holding: false) })
                .status == 1)
        let refuse = try library.workspace.call(
            "refuse", "coast/2026-W46", "--contributor", "tst", "--reason", "a fault of the export", "--who", "qa")
        #expect(refuse.status == 0, "\(refuse.messages)")
        #expect(
            try library.workspace.call("status", "coast/2026-W46").output.contains(
                "  tst  purge  refused: refused by qa: a fault of the export\n"))
        #expect(try library.run("weekly", "2026-W47", [TestLibrary.title(51, edition: 3)]).status == 0)
        #expect(try library.numbers() == Set(26...60))
        #expect(try library.workspace.call("audit", "coast").status == 0)
    }

    @Test func `that was committed before the program was killed is in the status after the next run`() throws {
        let library = try TestLibrary(.sqlite)
        #expect(try library.run("monthly", "2026-10", (1...5).map { TestLibrary.title($0) }).status == 0)
        #expect(try library.run("weekly", "2026-W45", [TestLibrary.title(1, edition: 2, holding: false)]).status == 0)
        let status = try library.workspace.call("status", "coast/2026-W45").output
        #expect(status.contains("  tst  purge  done: 1 records"))
        // As the ledger is left where the process dies after the database has committed.
        try library.workspace.sql("ledger.sqlite", "delete from purge; delete from purge_mark")
        #expect(!(try library.workspace.call("status", "coast/2026-W45").output).contains("purge"))
        #expect(try library.run("weekly", "2026-W45").status == 0)
        #expect(try library.workspace.call("status", "coast/2026-W45").output == status)
        #expect(try library.numbers() == Set(2...5))
    }
}
