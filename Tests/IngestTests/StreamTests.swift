import Foundation
import Glibc
import Ingest
import Testing
import Update

/// What comes through a pipe, as to `check -`.
@Suite struct `What comes through a pipe` {
    private let scratch: TemporaryFolder
    private let pipe: String

    init() throws {
        scratch = try TemporaryFolder()
        pipe = "\(scratch.path)/pipe"
        guard mkfifo(pipe, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Reads `bytes` from the pipe: the records, the codes, and how much was copied to disk for it.
    private func read(_ bytes: [UInt8], _ collector: Collector = Collector()) throws -> (
        records: Int, codes: [String], copied: Int
    ) {
        let path = pipe
        let writer = Thread {
            guard let file = FileHandle(forWritingAtPath: path) else { return }
            try? file.write(contentsOf: Data(bytes))
            try? file.close()
        }
        writer.start()
        let folder = try TemporaryFolder()
        let collected = try collector.open([path], scratch: folder)
        let source = RecordSource(collected)
        var (records, codes) = (0, collected.defects.map(\.code.name))
        while let framed = try source.next() {
            let ingested = IngestStage().read(framed)
            records += ingested.batch.count
            codes += ingested.defects.map(\.code.name)
        }
        let copies = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let sizes = try copies.map {
            try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\($0)")[.size] as? Int ?? 0
        }
        return (records, codes, sizes.reduce(0, +))
    }

    private func packed(_ command: [String], _ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)")) }
        try Packing.run(
            "tar", command + ["../\(URL(fileURLWithPath: folder.path).lastPathComponent).tar"] + files.map(\.name),
            in: folder.path)
        defer { try? FileManager.default.removeItem(atPath: folder.path + ".tar") }
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + ".tar")))
    }

    @Test(arguments: [["-cf"], ["-czf"], ["-cJf"], ["-cjf"]])
    func `an archive is unpacked as it comes, and not copied first`(command: [String]) throws {
        let (one, two) = (try Sample.iso2709(["1", "2"]), Sample.marcxml(["3"]))
        let outcome = try read(packed(command, [("a.mrc", one), ("b.xml", two)]))
        #expect(outcome.records == 3 && outcome.codes == [])
        #expect(outcome.copied == one.count + two.count)
    }

    @Test func `a file that is packed alone, a zip and a plain file are read as they are from a disk`() throws {
        let record = try Sample.iso2709(["1"])
        for bytes in [record, try Packing.gzip(record), Packing.zip([("a.mrc", record)])] {
            let outcome = try read(bytes)
            #expect(outcome.records == 1 && outcome.codes == [])
        }
        #expect(try read([]).codes == ["ingest.file-empty"])
        #expect(try read(Array("\u{1F}\u{8B}".utf8.suffix(1))).codes == ["ingest.format-unknown"])
    }

    @Test func `an archive that breaks off is damaged, and what came before is read`() throws {
        let records = try (0..<2000).reduce(into: [UInt8]()) { $0 += try Sample.iso2709(["\($1 * 7919)"]) }
        let bytes = try packed(["-czf"], [("a.mrc", records)])
        let outcome = try read(Array(bytes.prefix(bytes.count / 2)))
        #expect(outcome.records > 100 && outcome.codes.first == "ingest.archive-damaged", "\(outcome)")
    }

    @Test func `the limits of archives hold for it too`() throws {
        let record = try Sample.iso2709(["1"])
        let bomb = [[UInt8]](repeating: record, count: (16 << 20) / record.count).flatMap { $0 }
        let outcome = try read(Packing.gzip(bomb), Collector(limits: ArchiveLimits(ratio: 60, freeBytes: 100_000)))
        #expect(outcome.codes == ["ingest.archive-too-large"] && outcome.copied == 0)
    }
}
