import Foundation
import MARC
import Testing

@_spi(Ingest) @_spi(Scrub) @_spi(Validate) @testable import Update

@Suite struct `A spool` {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString)")
        .path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func record(_ number: Int) -> Record {
        var record = Record()
        record.appendControl("001", Array("rec\(number)".utf8))
        record.appendField("245", "1", "0", [("a", "Title \(number) /"), ("c", "somebody.")])
        return record
    }

    private func scrubbed(_ count: Int) -> Batch<Scrubbed> {
        var batch = Batch<Scrubbed>(
            scrubbedFrom: FileTable([.init(name: "a.mrc", path: "files/a.mrc", format: .iso2709)]))
        for number in 0..<count {
            batch.append(
                record(number),
                origin: RecordOrigin(
                    offset: number * 100, length: 100, ordinalInFile: number + 1, ordinal: number, file: 0),
                intent: .keep, disposition: number % 10 == 9 ? .rejected : .passed, isRepaired: number % 3 == 0)
        }
        return batch
    }

    private func write(_ batch: Batch<Scrubbed>, to name: String, setAside: [UInt32] = []) throws -> String {
        var writer = try SpoolWriter(path: path(name), kind: .records)
        try writer.write(SpoolBlock(batch))
        return try writer.finish(SpoolTail(files: batch.files, input: "before", setAside: setAside))
    }

    @Test func `gives back the records, origins and marks that were written`() throws {
        let batch = scrubbed(25)
        let checksum = try write(batch, to: "r.spool")
        let reader = try SpoolReader(path: path("r.spool"), kind: .records)
        #expect(reader.recordCount == 25 && reader.blockCount == 1 && reader.checksum == checksum)
        #expect(reader.tail.input == "before" && reader.tail.files.entries == batch.files.entries)
        let back = try reader.scrubbed(block: 0)
        #expect(back.origins == batch.origins)
        for index in 0..<25 {
            #expect(back.marks[index].disposition == batch.marks[index].disposition)
            #expect(back.marks[index].contentHash == batch.marks[index].contentHash)
            back.withRecord(index) { view in
                #expect(view.control("001")?.text == "rec\(index)")
                #expect(view.first("245")?.subfield("a")?.text == "Title \(index) /")
                #expect(view.first("245")?.subfield("c")?.text == "somebody.")
            }
        }
    }

    @Test func `the same records make the same bytes`() throws {
        _ = try write(scrubbed(40), to: "a.spool")
        _ = try write(scrubbed(40), to: "b.spool")
        #expect(FileManager.default.contentsEqual(atPath: path("a.spool"), andPath: path("b.spool")))
    }

    @Test func `verdicts come back joined with their records, those set aside as duplicates`() throws {
        let batch = scrubbed(3)
        _ = try write(batch, to: "r.spool")
        var verdicts: [Verdict] = []
        for number in 0..<3 {
            var verdict = Verdict(
                disposition: .passed, intent: .keep, kind: .bibliographic, lacksStandardNumber: number == 1)
            verdict.addKey(.control, Array("rec\(number)".utf8))
            verdict.addKey(.isbn, Array("978000000000\(number)".utf8))
            verdicts.append(verdict)
        }
        var writer = try SpoolWriter(path: path("v.spool"), kind: .verdicts)
        try writer.write(SpoolBlock(Batch<Validated>(judging: batch, verdicts: verdicts)))
        _ = try writer.finish(SpoolTail(files: batch.files, setAside: [1]))
        let records = try SpoolReader(path: path("r.spool"), kind: .records)
        let reader = try SpoolReader(path: path("v.spool"), kind: .verdicts)
        let back = try reader.validated(block: 0, on: records.scrubbed(block: 0))
        #expect(back.marks.map(\.disposition) == [.passed, .duplicate, .passed])
        #expect(back.marks.map(\.lacksStandardNumber) == [false, true, false])
        var keys: [String] = []
        back.forEachKey(of: 2) { key, value in keys.append("\(key.name) \(value.text)") }
        #expect(keys == ["control rec2", "isbn 9780000000002"])
        #expect(back.withControlNumber(1) { $0.text } == "rec1")
    }

    @Test func `finds a record by its ordinal`() throws {
        _ = try write(scrubbed(25), to: "r.spool")
        let reader = try SpoolReader(path: path("r.spool"), kind: .records)
        #expect(try #require(reader.find(ordinal: 24)) == (0, 24))
        #expect(reader.find(ordinal: 25) == nil)
    }

    @Test func `one that is not complete is refused`() throws {
        _ = try write(scrubbed(25), to: "r.spool")
        let bytes = try #require(FileManager.default.contents(atPath: path("r.spool")))
        for length in [0, 5, 16, 100, bytes.count / 2, bytes.count - 1] {
            try bytes.prefix(length).write(to: URL(fileURLWithPath: path("cut.spool")))
            #expect(throws: SpoolFailure.self) { try SpoolReader(path: path("cut.spool"), kind: .records) }
        }
    }

    @Test func `one altered byte anywhere is found`() throws {
        _ = try write(scrubbed(5), to: "r.spool")
        let bytes = try #require(FileManager.default.contents(atPath: path("r.spool")))
        for place in stride(from: 0, to: bytes.count, by: 7) where place < bytes.count - 16 {
            var altered = bytes
            altered[place] ^= 0x40
            try altered.write(to: URL(fileURLWithPath: path("x.spool")))
            // Bytes between a block's end and the next multiple of 8 belong to nobody.
            let isRead = (try? SpoolReader(path: path("x.spool"), kind: .records).scrubbed(block: 0)) != nil
            if isRead { #expect(bytes[place] == 0, "byte \(place) of \(bytes.count) changed unseen") }
        }
    }

    @Test func `a spool of another stage is refused by name`() throws {
        _ = try write(scrubbed(5), to: "r.spool")
        #expect(throws: SpoolFailure.self) { try SpoolReader(path: path("r.spool"), kind: .verdicts) }
    }
}
