import Foundation
import Ingest
import Testing
import Update

@Suite struct ArchiveTests {
    private func names(_ outcome: Outcome) -> [String] { outcome.collected.files.entries.map(\.name) }

    @Test func `a gzip file is read under the name that it was delivered with`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc.gz", try Packing.gzip(Sample.iso2709(["1", "2"])))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2"])
        #expect(outcome.defects.isEmpty)
        #expect(names(outcome) == ["a.mrc.gz"])
    }

    @Test func `the files of a zip are read in its order, hidden ones are not, archives inside it are`() throws {
        let bench = try Workbench()
        let inner = try Packing.gzip(Sample.iso2709(["3"]))
        try bench.put(
            "all.zip",
            Packing.zip([
                ("z/b.mrc", try Sample.iso2709(["1"])), ("a.xml", Sample.marcxml(["2"])), ("__MACOSX/._a.xml", [1, 2]),
                ("c.gz", inner), (".DS_Store", [0]),
            ]))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "3"])
        #expect(outcome.defects.isEmpty)
        #expect(names(outcome) == ["all.zip/z/b.mrc", "all.zip/a.xml", "all.zip/c.gz"])
    }

    @Test(arguments: [["tar", "-cf"], ["tar", "-czf"], ["tar", "-cJf"], ["tar", "-cjf"]])
    func `tar archives are read, packed or not`(command: [String]) throws {
        let bench = try Workbench()
        let scratch = try TemporaryFolder()
        try Data(try Sample.iso2709(["1"])).write(to: URL(fileURLWithPath: scratch.path + "/a.mrc"))
        try Packing.run(command[0], [command[1], "all", "a.mrc"], in: scratch.path)
        try bench.put("all", Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/all"))))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(names(outcome) == ["all/a.mrc"])
    }

    @Test func `a zstd file is read`() throws {
        let bench = try Workbench()
        let record = try Sample.iso2709(["1"])
        // One frame of one raw block, RFC 8878: its magic number, a size of one byte, the block's header of three.
        let size = record.count
        let block = [UInt8(truncatingIfNeeded: size << 3 | 1), UInt8(truncatingIfNeeded: size >> 5), 0]
        try bench.put("a.mrc.zst", [0x28, 0xB5, 0x2F, 0xFD, 0x20, UInt8(truncatingIfNeeded: size)] + block + record)
        #expect(try bench.ingest().records == ["1"])
    }

    @Test func `more empty files in an archive than are allowed end in one defect`() throws {
        let bench = try Workbench()
        let scratch = try TemporaryFolder()
        let script = """
            import tarfile, io
            with tarfile.open("many.tar", "w") as archive:
                for number in range(20000): archive.addfile(tarfile.TarInfo(f"{number}.mrc"))
            """
        try Packing.run("python3", ["-c", script], in: scratch.path)
        try bench.put("many.tar", Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/many.tar"))))
        let outcome = try bench.ingest()
        #expect(outcome.records.isEmpty)
        #expect(outcome.codes == ["ingest.archive-too-large"])
    }

    @Test func `a member that wants out of its folder stays in it`() throws {
        let bench = try Workbench()
        let record = try Sample.iso2709(["1"])
        try bench.put("slip.zip", Packing.zip([("../../../../outside.mrc", record), ("/etc/holdfast-test", record)]))
        let before = try FileManager.default.subpathsOfDirectory(atPath: bench.root)
        let outcome = try bench.ingest()
        let new = Set(try FileManager.default.subpathsOfDirectory(atPath: bench.root)).subtracting(before)
        #expect(outcome.codes == ["ingest.archive-member-name-unsafe", "ingest.archive-member-name-unsafe"])
        #expect(outcome.records == ["1", "1"])
        #expect(new.allSatisfy { $0.hasPrefix("001") })
        #expect(!FileManager.default.fileExists(atPath: "/etc/holdfast-test"))
        #expect(
            new.filter { $0.hasPrefix("001/files/") }.sorted() == [
                "001/files/copy-slip.zip_.._.._.._.._outside.mrc", "001/files/copy-slip.zip__etc_holdfast-test",
                "001/files/slip.zip",
            ])
    }

    @Test func `an archive that unpacks beyond its limits is a defect and not a full disk`() throws {
        let bench = try Workbench()
        let record = try Sample.iso2709(["1"])
        let bomb = [[UInt8]](repeating: record, count: (4 << 20) / record.count).flatMap { $0 }
        try bench.put("bomb.gz", try Packing.gzip(bomb))
        let outcome = try bench.ingest(Collector(limits: ArchiveLimits(ratio: 100, freeBytes: 1 << 20)))
        #expect(outcome.codes == ["ingest.archive-too-large"])
        #expect(outcome.value("action", of: "ingest.archive-too-large") == "submission-held")
        #expect(
            outcome.value("message", of: "ingest.archive-too-large")?.hasPrefix(
                "the archive holds more than ") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: outcome.folder + "/files") == ["bomb.gz"])
    }

    @Test func `a bomb is left when it has shown its ratio, and an archive inside another has one of its own`() throws {
        let bench = try Workbench()
        let records = try (0..<6000).map { "\($0 * 7919)" }.reduce(into: [UInt8]()) { $0 += try Sample.iso2709([$1]) }
        let limits = ArchiveLimits(ratio: 60, freeBytes: 100_000)
        let honest = Packing.zip([("all.mrc.gz", try Packing.gzip(records))])
        try bench.put("honest.zip", honest)
        #expect(try bench.ingest(Collector(limits: limits), attempt: "001").codes == [])
        let record = try Sample.iso2709(["1"])
        let bomb = [[UInt8]](repeating: record, count: (16 << 20) / record.count).flatMap { $0 }
        // Half of what is packed comes after the bomb, so that the whole has no ratio to speak of.
        let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) }
        try bench.put("honest.zip", Packing.zip([("bomb.gz", try Packing.gzip(bomb)), ("noise", noise)]))
        let outcome = try bench.ingest(Collector(limits: limits), attempt: "002")
        #expect(outcome.codes.contains("ingest.archive-too-large"))
        #expect(
            outcome.value("message", of: "ingest.archive-too-large")?.hasPrefix(
                "the archive holds more than 60 bytes for each byte packed; nothing of it was read") == true)
    }

    @Test func `too many members and too many layers are limits as well`() throws {
        let bench = try Workbench()
        try bench.put("many.zip", Packing.zip((1...5).map { ("\($0).mrc", [0x41]) }))
        #expect(
            try bench.ingest(Collector(limits: ArchiveLimits(members: 4)), attempt: "001").codes == [
                "ingest.archive-too-large"
            ])
        var layers = try Sample.iso2709(["1"])
        for number in 1...4 { layers = Packing.zip([("\(number).zip", layers)]) }
        try bench.put("many.zip", layers)
        #expect(try bench.ingest(attempt: "002").codes == ["ingest.archive-too-large"])
        #expect(try bench.ingest(Collector(limits: ArchiveLimits(depth: 4)), attempt: "003").records == ["1"])
    }

    @Test func `what comes before the damage in an archive is read, and the submission is held`() throws {
        let bench = try Workbench()
        let records = try (0..<2000).map { "\($0 * 7919)" }.reduce(into: [UInt8]()) {
            $0 += try Sample.iso2709([$1], title: "\($1)")
        }
        let packed = try Packing.gzip(records)
        try bench.put("cut.gz", Array(packed.prefix(packed.count / 2)))
        let outcome = try bench.ingest()
        #expect(outcome.codes.first == "ingest.archive-damaged")
        #expect(outcome.value("action", of: "ingest.archive-damaged") == "submission-held")
        #expect(outcome.records.count > 500 && outcome.records.count < 2000)
        #expect(outcome.summary.recordsIn == outcome.records.count)
    }

    @Test func `nothing before the damage is lost, however short the file`() throws {
        let bench = try Workbench()
        let records = try Sample.iso2709(["1", "2", "3"])
        let packed = Packing.zip([("a.mrc", records)])
        let start = try #require(packed.firstRange(of: records)?.lowerBound)
        try bench.put("cut.zip", Array(packed.prefix(start + records.count - 20)))
        let outcome = try bench.ingest()
        #expect(outcome.codes == ["ingest.archive-damaged", "ingest.record-truncated", "ingest.file-truncated"])
        #expect(outcome.summary.dispositions == ["passed": 2, "rejected": 1])
    }

    @Test func `a zip whose content was altered is damaged`() throws {
        let bench = try Workbench()
        var packed = Packing.zip([("a.mrc", try Sample.iso2709(["1"]))])
        packed[60] ^= 1
        try bench.put("a.zip", packed)
        #expect(try bench.ingest().codes.contains("ingest.archive-damaged"))
    }

    @Test func `an archive without files is an empty file`() throws {
        let bench = try Workbench()
        try bench.put("none.zip", Packing.zip([]))
        try bench.put("nothing.gz", try Packing.gzip([]))
        let outcome = try bench.ingest()
        #expect(outcome.codes == ["ingest.file-empty", "ingest.file-empty"])
    }
}
