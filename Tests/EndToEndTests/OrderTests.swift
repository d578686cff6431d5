import Foundation
import Testing

/// The order of a library's submissions: several files, corrections, what waits behind what is held, what takes its place.
@Suite struct `The order of a library's submissions` {
    private func library(_ store: SampleStore = .sqlite) throws -> TestLibrary {
        let library = try TestLibrary(store, gates: ["deletes": "{ percent: 10, at-least: 3 }"])
        #expect(try library.run("monthly", "2026-10", (1...30).map { TestLibrary.title($0) }).status == 0)
        return library
    }

    private let deletes = (1...10).map { TestLibrary.delete($0) }

    @Test func `several files of a period are one submission, a later file of a number the one that counts`() throws {
        let library = try library()
        try library.deliver("a", [TestLibrary.title(1, edition: 2), TestLibrary.title(31)])
        try library.deliver("b", [TestLibrary.title(1, edition: 3), TestLibrary.delete(2)])
        #expect(try library.run("weekly", "2026-W45").status == 0)
        let editions = try library.editions()
        #expect(editions[1] == 3 && editions[31] == 1 && editions[2] == nil && editions.count == 30)
        #expect(try library.workspace.call("stats", "coast", "--contributor", "tst").output.contains("tst  30 records"))
    }

    @Test func `what comes after a period was installed waits for the next one`() throws {
        let library = try library()
        #expect(try library.run("weekly", "2026-W45", [TestLibrary.title(1, edition: 2)]).status == 0)
        #expect(try library.run("weekly", "2026-W45", [TestLibrary.title(1, edition: 3)]).status == 0)
        #expect(try library.editions()[1] == 2)
        #expect(try library.run("weekly", "2026-W46").status == 0)
        #expect(try library.editions()[1] == 3)
    }

    @Test func `a corrected file takes the place of what is held`() throws {
        let library = try library()
        #expect(try library.run("weekly", "2026-W45", deletes).status == 1)
        #expect(try library.state("2026-W45").hasPrefix("changes  held: 10 of the contributor's 30 installed records"))
        #expect(try library.run("weekly", "2026-W45", [TestLibrary.title(1, edition: 2)]).status == 0)
        #expect(try library.state("2026-W45") == "changes  installed")
        #expect(try library.editions().count == 30 && library.editions()[1] == 2)
    }

    @Test(arguments: SampleStore.available)
    func `changes wait behind what is held, and are installed in their order once it is let on`(_ store: SampleStore)
        throws
    {
        let library = try library(store)
        #expect(try library.run("weekly", "2026-W45", deletes).status == 1)
        #expect(try library.run("weekly", "2026-W46", [TestLibrary.title(1, edition: 2)]).status == 1)
        #expect(try library.run("weekly", "2026-W47", [TestLibrary.title(1, edition: 3)]).status == 1)
        let waits = "an earlier submission of tst is held: coast/2026-W45; release or refuse that one first"
        #expect(try library.state("2026-W46") == "changes  waiting: \(waits)")
        #expect(try library.state("2026-W47").hasPrefix("changes  waiting: "))
        #expect(try library.numbers() == Set(1...30))
        let release = try library.workspace.call(
            "release", "coast/2026-W45", "--contributor", "tst", "--reason", "they have weeded")
        #expect(release.status == 0, "\(release.messages)")
        #expect(try library.numbers() == Set(11...30).union([1]))
        #expect(try library.editions()[1] == 3)
        for period in ["2026-W45", "2026-W46", "2026-W47"] {
            #expect(try library.state(period) == "changes  installed")
        }
    }

    @Test func `changes go on once what is held is turned down`() throws {
        let library = try library()
        #expect(try library.run("weekly", "2026-W45", deletes).status == 1)
        #expect(try library.run("weekly", "2026-W46", [TestLibrary.title(2, edition: 2)]).status == 1)
        _ = try library.workspace.call(
            "refuse", "coast/2026-W45", "--contributor", "tst", "--reason", "a fault", "--who", "qa")
        #expect(try library.state("2026-W45") == "changes  refused: refused by qa: a fault")
        #expect(try library.state("2026-W46") == "changes  installed")
        #expect(try library.editions().count == 30 && library.editions()[2] == 2)
    }

    @Test(arguments: SampleStore.available)
    func `a later full load takes the place of what is held and of what waits`(_ store: SampleStore) throws {
        let library = try library(store)
        #expect(try library.run("weekly", "2026-W45", deletes).status == 1)
        #expect(try library.run("weekly", "2026-W46", [TestLibrary.title(1, edition: 2)]).status == 1)
        #expect(try library.run("monthly", "2026-11", (1...29).map { TestLibrary.title($0, edition: 5) }).status == 0)
        for period in ["2026-W45", "2026-W46"] {
            #expect(try library.state(period) == "changes  superseded: superseded by the full load coast/2026-11")
        }
        #expect(try library.editions() == Dictionary(uniqueKeysWithValues: (1...29).map { ($0, 5) }))
        let release = try library.workspace.call(
            "release", "coast/2026-W45", "--contributor", "tst", "--reason", "too late")
        #expect(release.status == 2)
        #expect(
            release.messages.contains("the submission of tst in coast/2026-W45 is superseded, not held"),
            "\(release.messages)")
        let late = try library.workspace.call(
            "rerun", "coast/2026-W46", "--from", "install", "--contributor", "tst")
        #expect(late.status == 3)
        #expect(late.messages.contains("coast/2026-11 of tst came later and is installed"), "\(late.messages)")
        #expect(try library.editions()[1] == 5)
    }

    @Test func `a full load that came late is installed over the changes that were sent before it`() throws {
        let library = try library()
        #expect(try library.run("monthly", "2026-11").status == 0)
        #expect(try library.run("weekly", "2026-W45", [TestLibrary.title(1, edition: 2)]).status == 0)
        #expect(try library.run("monthly", "2026-11", (1...29).map { TestLibrary.title($0, edition: 3) }).status == 0)
        #expect(try library.editions() == Dictionary(uniqueKeysWithValues: (1...29).map { ($0, 3) }))
    }

    @Test(arguments: SampleStore.available)
    func `a full load that is run again replaces its version, and the gates measure against what stood before`(
        _ store: SampleStore
    ) throws {
        let library = try library(store)
        #expect(try library.run("monthly", "2026-11", (4...33).map { TestLibrary.title($0, edition: 2) }).status == 0)
        let before = try library.editions()
        try library.workspace.edit("profiles/test.yaml", "format: any", "format: any\nstrip: [\"852$h\"]")
        try library.workspace.edit("profiles/test.yaml", "absent: off", "absent: { percent: 5, at-least: 2 }")
        let held = try library.workspace.call("rerun", "coast/2026-11", "--from", "scrub", "--contributor", "tst")
        #expect(held.status == 1, "\(held.messages)")
        #expect(
            try library.state("2026-11").hasPrefix("full  held: 3 of the contributor's 30 installed records are absent")
        )
        try library.workspace.edit("profiles/test.yaml", "absent: { percent: 5, at-least: 2 }", "absent: off")
        let again = try library.workspace.call("rerun", "coast/2026-11", "--from", "scrub", "--contributor", "tst")
        #expect(again.status == 0, "\(again.messages)")
        #expect(try library.editions() == before)
        let export = try library.workspace.call("export", "coast", "--contributor", "tst", "--to", "mrk").output
        #expect(export.contains("$bMAIN\n") && !export.contains("$bMAIN$h"))
        #expect(try library.workspace.call("audit", "coast").status == 0)
        _ = try library.workspace.call("undo", "coast/2026-11", "--contributor", "tst", "--reason", "x")
        #expect(try library.editions() == Dictionary(uniqueKeysWithValues: (1...30).map { ($0, 1) }))
    }

    @Test func `a spool of another format is refused with a sentence`() throws {
        let library = try library()
        let spool = "\(library.workspace.path)/runs/coast/2026-10/tst/2-scrub/001/records.spool"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: spool))
        // The head: HOLDFAST, the kind, the format number, of 4 bytes each but the first.
        for offset in 12..<16 { bytes[offset] = 99 }
        try bytes.write(to: URL(fileURLWithPath: spool))
        let rerun = try library.workspace.call("rerun", "coast/2026-10", "--from", "validate", "--contributor", "tst")
        #expect(rerun.status == 3)
        #expect(
            rerun.messages.contains("records.spool") && rerun.messages.contains("its format is not"),
            "\(rerun.messages)")
        #expect(try library.numbers() == Set(1...30))
        #expect(
            try library.workspace.call("rerun", "coast/2026-10", "--from", "scrub", "--contributor", "tst").status == 0)
    }
}
