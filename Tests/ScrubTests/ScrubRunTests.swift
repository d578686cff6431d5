import Foundation
import MARC
import Scrub
import TestSupport
import Testing
@_spi(Ingest) import Update

@Suite struct ScrubRunTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scrub-\(UUID().uuidString)")
        .path

    /// Pins a file of records and writes the spool of their places, as ingest does.
    private func collect(_ records: [Record]) throws -> (SpoolReader, RecordSources) {
        try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
        var (bytes, batches) = ([UInt8](), [Batch<Collected>]())
        let files = FileTable([.init(name: "bva.mrc", path: "bva.mrc", format: .iso2709)])
        for (index, record) in records.enumerated() {
            if index % 7 == 0 { batches.append(Batch(collectedFrom: files)) }
            let raw = RawRecord.iso2709(record)
            let origin = RecordOrigin(
                offset: bytes.count, length: raw.count, ordinalInFile: index + 1, ordinal: index, file: 0)
            batches[batches.count - 1].append(raw, origin: origin, intent: .keep)
            bytes += raw
        }
        _ = FileManager.default.createFile(atPath: "\(folder)/bva.mrc", contents: Data(bytes))
        var writer = try SpoolWriter(path: "\(folder)/places.spool", kind: .places)
        for batch in batches { try writer.write(SpoolBlock(batch)) }
        _ = try writer.finish(SpoolTail(files: files))
        return (
            try SpoolReader(path: "\(folder)/places.spool", kind: .places), RecordSources(files: files, folder: folder)
        )
    }

    private let records = (0..<100).map { number in
        Records.record(
            number % 10 == 0
                ? "=001  r\(number)\n=245  1#$aTitle  \(number)"
                : number % 11 == 0
                    ? "=001  r\(number)\n=245  10$aZ{xFC}rich é é \(number)"
                    : "=LDR  00000nam\\\\2200000\\\\\\4500\n=001  r\(number)\n=245  10$aCaf{xE2}e \(number)")
    }

    @Test func `writes the same spool and defects with one thread and with three`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (places, sources) = try collect(records)
        var outputs: [[Data?]] = []
        var summaries: [StageSummary] = []
        for threads in [1, 3] {
            let context = StageContext(client: "c", contributor: "bva", folder: "\(folder)/out", threads: threads)
            summaries.append(
                try ScrubRun.run(places: places, sources: sources, settings: ScrubSettings(), context: context))
            outputs.append(
                [StageFile.records, StageFile.defects].map {
                    FileManager.default.contents(atPath: "\(folder)/out/\($0)")
                })
        }
        #expect(outputs[0] == outputs[1])
        #expect(summaries[0] == summaries[1])
    }

    @Test func `says which records holdings belong to: those in 004, in 001, and the one before`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func book(_ number: String) -> String { "=001  \(number)\n=245  10$aTitle" }
        func holdings(_ lines: String) -> String { "=LDR  00000nx  a2200000zn 4500\n\(lines)\n=852  \\\\$aX" }
        // Seven records a block: the holdings h6 stand first in the second one.
        let texts =
            [book("a"), holdings("=001  h1\n=004  z"), book("b"), book("c"), holdings("=001  d"), book("e"), book("f")]
            + [holdings("=001  h6"), book("g")]
        let (places, sources) = try collect(texts.map { Records.record($0) })
        let context = StageContext(client: "c", contributor: "bva", folder: "\(folder)/out", threads: 2)
        _ = try ScrubRun.run(places: places, sources: sources, settings: ScrubSettings(), context: context)
        let links = try SpoolReader(path: "\(folder)/out/\(StageFile.records)", kind: .records).tail.holdingsLinks
        func isLinked(_ number: String) -> Bool {
            var number = number
            return number.withUTF8 { links.contains($0) }
        }
        #expect(["a", "z", "c", "d", "f", "h1"].filter { !isLinked($0) } == [])
        #expect(["b", "e", "g"].filter { isLinked($0) } == [])
    }

    /// What is said of the encoding of `records` as a whole.
    private func verdict(_ texts: [String], _ settings: ScrubSettings = ScrubSettings()) throws -> [String] {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (places, sources) = try collect(texts.map { Records.record($0) })
        let context = StageContext(client: "c", contributor: "bva", folder: "\(folder)/out", threads: 2)
        _ = try ScrubRun.run(places: places, sources: sources, settings: settings, context: context)
        let lines = try String(contentsOfFile: "\(folder)/out/\(StageFile.defects)", encoding: .utf8).split(
            separator: "\n")
        return try lines.filter { $0.contains("scrub.encoding-wrong-throughout") }.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return "\(object?["file"] ?? ""): \(object?["message"] ?? "")"
        }
    }

    @Test func `says once that all records lie in the same way`() throws {
        let plain = "=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aTitle"
        let lying = "=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aÉtudes"
        let many = [String](repeating: plain, count: 5) + [String](repeating: lying, count: 12)
        #expect(
            try verdict(many) == [
                "bva.mrc: all 12 records with characters beyond ASCII are in UTF-8, where leader/09 says MARC-8: it is one "
                    + "fault of the export; correct leader/09 in the export"
            ])
        #expect(
            try verdict(many, ScrubSettings(encoding: .koi8r)) == [
                "bva.mrc: all 12 records with characters beyond ASCII are in UTF-8, where the profile says KOI8-R: it is one "
                    + "fault of the export; ask the library whether its export has changed"
            ])
        #expect(try verdict(many + ["=245  10$aÉtudes"]) == [])
        #expect(try verdict([String](repeating: lying, count: 9)) == [])
    }

    @Test func `keeps books that balance and names its input`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (places, sources) = try collect(records)
        let context = StageContext(client: "c", contributor: "bva", folder: "\(folder)/out", threads: 2)
        let summary = try ScrubRun.run(places: places, sources: sources, settings: ScrubSettings(), context: context)
        // Of numbers 0 to 99 ten are tens, and nine more are elevens: those have a title that is not UTF-8.
        #expect(summary.recordsIn == 100)
        #expect(summary.dispositions == ["passed": 91, "rejected": 9])
        #expect(summary.repaired == 10)
        #expect(
            summary.counts
                == ["marc8-converted": 81, "composed-to-nfc": 81, "read-as-marc8": 81, "read-as-utf8": 9])
        #expect(
            summary.defects.byCode
                == ["scrub.indicator-illegal": 10, "scrub.surplus-blanks": 10, "scrub.utf8-illegal": 9])
        #expect(summary.input == places.checksum)
        let spool = try SpoolReader(path: "\(folder)/out/\(StageFile.records)", kind: .records)
        #expect(spool.recordCount == 100)
        #expect(spool.checksum == summary.output)
        #expect(spool.tail.input == places.checksum)
        let first = try spool.scrubbed(block: 0)
        #expect(first.withRecord(1) { $0.first("245")?.subfield("a")?.text } == "Café 1")
    }
}
