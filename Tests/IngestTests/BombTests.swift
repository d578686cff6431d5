import Foundation
import Ingest
import Testing
import Update

/// Files made to cost time, memory or disk, in sizes that a test can bear; `make bombs` has the full ones. Each ends in a
/// defect, and costs nothing that came before it.
@Suite struct `A file made to do harm` {
    private func copies(_ outcome: Outcome) throws -> Int {
        let folder = outcome.folder + "/files"
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("copy-") }
            .map { try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.size] as? Int ?? 0 }.reduce(
                0, +)
    }

    @Test func `unpacks no further than it takes to see that it is in no format`() throws {
        let bench = try Workbench()
        try bench.put("stops.gz", try Packing.gzip([UInt8](repeating: 0x1D, count: 32 << 20)))
        let outcome = try bench.ingest()
        #expect(outcome.codes == ["ingest.format-unknown"])
        #expect(try copies(outcome) < 1 << 20)
    }

    @Test func `unpacks no further than it is read`() throws {
        let bench = try Workbench()
        let noise = Array(repeatElement("x\u{1D}", count: 4 << 20).joined().utf8)
        try bench.put("noise.gz", try Packing.gzip(Sample.iso2709(["1"]) + noise))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(outcome.codes.last == "ingest.file-abandoned" && outcome.codes.count == 10_001)
        #expect(try copies(outcome) < 1 << 20)
        #expect(
            outcome.value("message", of: "ingest.file-abandoned")
                == "10000 unreadable stretches in a row, or 256 MiB without a record; nothing from byte 20080 on was read: "
                + "export the file again")
    }

    @Test func `with one record of 40 million bytes loses that alone, and says so once`() throws {
        let bench = try Workbench()
        let long = Array("00000nam a2200000 a 4500".utf8) + [UInt8](repeating: 0x78, count: 40_000_000)
        try bench.put("long.mrc", try Sample.iso2709(["1"]) + long + [0x1D] + Sample.iso2709(["2"]))
        let outcome = try bench.ingest()
        #expect(outcome.records.first == "1" && outcome.records.last == "2")
        #expect(outcome.codes.count { $0 == "ingest.unreadable-bytes" } <= 2, "\(outcome.codes)")
    }

    @Test func `declares entities, of which none is ever expanded`() throws {
        let bench = try Workbench()
        var document = "<!DOCTYPE c [<!ENTITY l0 'lol'>"
        for level in 1..<10 {
            document += "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
        }
        document += "]>" + String(decoding: Sample.marcxml(["1"]), as: UTF8.self).replacing("The title", with: "&l9;")
        try bench.put("laughs.xml", document.replacing(/<\?xml.*?\?>/, with: ""))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(Set(outcome.codes) == ["ingest.xml-entity-refused"])
    }

    @Test func `holds empty files in an archive, for which none is made`() throws {
        let bench = try Workbench()
        try bench.put("empty.zip", Packing.zip((1...300).map { ("\($0).mrc", []) }))
        let outcome = try bench.ingest()
        #expect(outcome.codes == [String](repeating: "ingest.file-empty", count: 300))
        #expect(try FileManager.default.contentsOfDirectory(atPath: outcome.folder + "/files") == ["empty.zip"])
    }
}
