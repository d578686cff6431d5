import Foundation
import Ingest
import MARC
import Testing
import Update

@Suite struct CollectingTests {
    @Test
    func `hidden files and those that are still being written are no deliveries, folders and links are never read`()
        throws
    {
        let bench = try Workbench()
        for name in ["b.mrc", "a.mrc", ".hidden", "c.mrc.part", "d.TMP", "e.mrc.filepart"] { try bench.put(name, "x") }
        let folder = bench.inbox.folder(client: "bc", contributor: "bva")
        try FileManager.default.createDirectory(atPath: folder + "/folder", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/etc/hostname")
        #expect(try bench.inbox.deliveries(client: "bc", contributor: "bva").map(\.name) == ["a.mrc", "b.mrc"])
        #expect(try bench.inbox.strangers(client: "bc", contributor: "bva").map(\.name) == ["folder", "link"])
        #expect(try bench.inbox.deliveries(client: "bc", contributor: "nobody").isEmpty)
    }

    @Test func `a name that is not UTF-8 is collected under a name that shows its bytes`() throws {
        let bench = try Workbench()
        let folder = bench.inbox.folder(client: "bc", contributor: "bva")
        let name = Array("m".utf8) + [0xE9] + Array(".mrc".utf8)
        let record = try Sample.iso2709(["1"])
        let path = (Array((folder + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        let file = try #require(fopen(path, "w"))
        fwrite(record, 1, record.count, file)
        fclose(file)
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(outcome.collected.pinned.map(\.name) == ["m\\xE9.mrc"])
        try bench.inbox.remove(outcome.collected.pinned, client: "bc", contributor: "bva")
        #expect(try bench.inbox.deliveries(client: "bc", contributor: "bva").isEmpty)
    }

    @Test func `checksums are those of sha256sum`() throws {
        let bench = try Workbench()
        try bench.put("a.txt", "abc")
        let outcome = try bench.ingest()
        #expect(
            outcome.collected.pinned == [
                PinnedFile(
                    name: "a.txt", size: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            ])
    }

    @Test func `deliveries leave the inbox only when they are still what was collected, as often as asked`() throws {
        let bench = try Workbench()
        for name in ["a.mrc", "b.mrc", "c.mrc"] { try bench.put(name, Sample.iso2709([name])) }
        let collected = try bench.ingest().collected
        try bench.put("b.mrc", Sample.iso2709(["newer"]))
        try bench.put("d.mrc", Sample.iso2709(["later"]))
        for _ in 1...2 {
            try bench.inbox.remove(collected.pinned, client: "bc", contributor: "bva")
            #expect(try bench.inbox.deliveries(client: "bc", contributor: "bva").map(\.name) == ["b.mrc", "d.mrc"])
        }
    }

    @Test func `waits while a file grows, and says which files grow still when the time is up`() throws {
        let bench = try Workbench()
        try bench.put("done.mrc", "x")
        try bench.put("slow.mrc", "x")
        try bench.put("endless.mrc", "x")
        let deliveries = try bench.inbox.deliveries(client: "bc", contributor: "bva")
        let folder = bench.inbox.folder(client: "bc", contributor: "bva")
        let slept = Counter()
        let watch = GrowthWatch(intervalSeconds: 10, limitSeconds: 50) { seconds in
            #expect(seconds == 10)
            let round = slept.next()
            let size = round <= 2 ? round + 1 : 3
            try Data(repeating: 0x78, count: round + 1).write(to: URL(fileURLWithPath: folder + "/endless.mrc"))
            if round <= 2 {
                try Data(repeating: 0x78, count: size).write(to: URL(fileURLWithPath: folder + "/slow.mrc"))
            }
        }
        #expect(try watch.stillGrowing(deliveries).map(\.name) == ["endless.mrc"])
        #expect(slept.value == 5)
        var log = DefectLog(files: FileTable([]))
        FileStillGrowing.report(deliveries[1], waitedSeconds: 50, to: &log)
        #expect(
            log.defects.first?.message
                == "the file still changed after 50 seconds and has 6 bytes now; the submission waits "
                + "for the next run, start it again when the transfer is complete")
    }

    @Test func `a temporary folder goes with all that is in it, what its links lead to stays`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", "x")
        let path: String
        do {
            let folder = try TemporaryFolder()
            path = folder.path
            try FileManager.default.createDirectory(atPath: path + "/a/b", withIntermediateDirectories: true)
            try Data([1]).write(to: URL(fileURLWithPath: path + "/a/b/c"))
            try FileManager.default.createSymbolicLink(atPath: path + "/a/link", withDestinationPath: bench.root)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try bench.inbox.deliveries(client: "bc", contributor: "bva").map(\.name) == ["a.mrc"])
    }

    @Test func `files that no longer grow are waited for once`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", "x")
        let slept = Counter()
        let watch = GrowthWatch(intervalSeconds: 5, limitSeconds: 60) { _ in _ = slept.next() }
        #expect(try watch.stillGrowing(bench.inbox.deliveries(client: "bc", contributor: "bva")).isEmpty)
        #expect(slept.value == 1)
    }

    @Test func `a folder that no client file names is reported`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", "x")
        try bench.put("a.mrc", [1], contributor: "stranger")
        let defects = try ContributorUnknown.defects(in: bench.inbox, known: ["bc": ["bva"]])
        #expect(
            defects.map(\.message) == [
                "1 file in inbox/bc/stranger, but clients/bc.yaml names no contributor stranger; "
                    + "add the contributor there or move the files"
            ])
        #expect(try ContributorUnknown.defects(in: bench.inbox, known: [:]).count == 2)
    }

    @Test func `an empty file holds a full load and is noted among changes`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", [])
        try bench.put("b.mrc", Sample.iso2709(["1"]))
        let full = try bench.ingest(Collector(mode: .full), attempt: "001")
        let changes = try bench.ingest(Collector(mode: .changes), attempt: "002")
        #expect(
            full.codes == ["ingest.file-empty"] && full.value("action", of: "ingest.file-empty") == "submission-held")
        #expect(changes.value("action", of: "ingest.file-empty") == "noted")
        #expect(changes.records == ["1"])
    }

    @Test func `the same file twice is read once`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", Sample.iso2709(["1"]))
        try bench.put("b.mrc", Sample.iso2709(["1"]))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(outcome.codes == ["ingest.same-file-twice"])
        #expect(outcome.value("file", of: "ingest.same-file-twice") == "b.mrc")
        #expect(outcome.value("message", of: "ingest.same-file-twice")?.contains("came before as a.mrc") == true)
    }

    @Test func `changes that were collected before are not applied again, a full load is read whole`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", Sample.iso2709(["1"]))
        try bench.put("b.mrc", Sample.iso2709(["2"]))
        let pinned = try bench.ingest(attempt: "000").collected.pinned
        let one = [pinned[0].sha256: "2026-W46"]
        let both = Dictionary(uniqueKeysWithValues: pinned.map { ($0.sha256, "2026-W46") })
        #expect(try bench.ingest(Collector(mode: .changes, knownChecksums: one), attempt: "001").records == ["2"])
        #expect(try bench.ingest(Collector(mode: .full, knownChecksums: one), attempt: "002").records == ["1", "2"])
        let again = try bench.ingest(Collector(mode: .full, knownChecksums: both), attempt: "003")
        #expect(again.records == ["1", "2"])
        #expect(again.codes == ["ingest.same-file-twice", "ingest.same-file-twice"])
        #expect(
            again.value("message", of: "ingest.same-file-twice")?.contains("came before as a file of 2026-W46") == true)
    }

    @Test func `content other than the profile declares is read and held, unknown content is not read`() throws {
        let bench = try Workbench()
        try bench.put("a.txt", "ocm1\nocm2\n")
        try bench.put("b.txt", "Dear colleague, nothing this week.\n")
        let outcome = try bench.ingest(Collector(declared: .iso2709))
        #expect(outcome.records == ["ocm1 delete", "ocm2 delete"])
        #expect(outcome.codes == ["ingest.format-not-as-declared", "ingest.format-unknown"])
        #expect(outcome.summary.defects.byAction == ["submission-held": 2])
        #expect(
            outcome.value("message", of: "ingest.format-unknown")
                == "the file starts with \"Dear colleague, nothing this week.\\x0A\", expected was iso2709, as the profile says; "
                + "nothing of it was read: export it again as MARC 21")
    }

    @Test func `a file outside a workspace is read where it lies, a missing one fails with its name`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", Sample.iso2709(["1", "2"]))
        let path = bench.inbox.folder(client: "bc", contributor: "bva") + "/a.mrc"
        let scratch = try TemporaryFolder()
        let source = RecordSource(try Collector().open([path], scratch: scratch))
        let batch = try #require(try source.next().map { IngestStage().read($0) })
        #expect(batch.batch.count == 2)
        #expect(batch.batch.files.entries[0].path == path)
        #expect(try source.next() == nil)
        #expect { try Collector().open(["/nowhere/a.mrc"], scratch: scratch) } throws: {
            "\($0)" == "cannot open /nowhere/a.mrc: No such file or directory"
        }
    }
}

/// Counts from 1.
final class Counter: @unchecked Sendable {
    private(set) var value = 0

    func next() -> Int {
        value += 1
        return value
    }
}
