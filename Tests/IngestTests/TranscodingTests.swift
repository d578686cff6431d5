import Foundation
import Ingest
import MARC
import TestSupport
import Testing
import Update

@Suite struct TranscodingTests {
    private static let document = """
        <?xml version="1.0" encoding="NAME"?>
        <collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000 a 4500</leader>
        <controlfield tag="001">Grüße-1</controlfield></record>
        <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">2</controlfield></record></collection>
        """

    private func document(_ name: String) -> String { Self.document.replacingOccurrences(of: "NAME", with: name) }

    private func bytes(_ text: String, _ encoding: String.Encoding, mark: [UInt8] = []) throws -> [UInt8] {
        mark + Array(try #require(text.data(using: encoding)))
    }

    @Test func `XML in UTF-16 is read from a copy in UTF-8 in which the places lie`() throws {
        let bench = try Workbench()
        try bench.put("a.xml", try bytes(document("UTF-16"), .utf16LittleEndian, mark: [0xFF, 0xFE]))
        try bench.put("b.xml", try bytes(document("UTF-16"), .utf16BigEndian))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["Grüße-1", "2", "Grüße-1", "2"])
        #expect(outcome.defects.isEmpty)
        let spool = try SpoolReader(path: "\(outcome.folder)/\(StageFile.places)", kind: .places)
        let entries = spool.tail.files.entries
        #expect(entries.map(\.name) == ["a.xml", "b.xml"])
        #expect(entries.map(\.path) == ["files/copy-a.xml", "files/copy-b.xml"])
        #expect(entries.map(\.encoding) == ["UTF-16LE", "UTF-16BE"])
        let copy = try String(contentsOfFile: "\(outcome.folder)/files/copy-a.xml", encoding: .utf8)
        #expect(copy == document("UTF-8"))
    }

    @Test(arguments: ["ISO-8859-1", "windows-1252"]) func `XML is read in the encoding that it declares`(name: String)
        throws
    {
        let bench = try Workbench()
        try bench.put("a.xml", try bytes(document(name), .isoLatin1))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["Grüße-1", "2"])
        #expect(outcome.defects.isEmpty)
    }

    @Test func `a declaration that the bytes disprove is reported and not believed`() throws {
        let bench = try Workbench()
        try bench.put("a.xml", document("ISO-8859-1"))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["Grüße-1", "2"])
        #expect(outcome.codes == ["ingest.xml-declaration-wrong"])
        #expect(
            outcome.value("message", in: outcome.defects[0])
                == "the XML declares the encoding \"ISO-8859-1\", its bytes are UTF-8; it was read as UTF-8: correct the declaration"
        )
    }

    @Test func `bytes that the encoding does not have cost no record`() throws {
        let bench = try Workbench()
        let whole = try bytes(document("UTF-16"), .utf16LittleEndian, mark: [0xFF, 0xFE])
        let place = try #require(whole.indices.first { whole[$0] == 0xFC })
        var broken = whole
        broken[place + 1] = 0xDC
        try bench.put("a.xml", broken + [0x20])
        let outcome = try bench.ingest()
        #expect(outcome.records == ["Gr\u{FFFD}ße-1", "2"])
        #expect(outcome.codes == ["ingest.text-bytes-illegal"])
        #expect(
            outcome.value("message", in: outcome.defects[0])
                == "2 places, the first at byte \(place), are not UTF-16LE, in which the file is; a replacement character "
                + "stands there now: export in UTF-8")
    }

    @Test func `XML in an encoding that nobody knows is held and not guessed at`() throws {
        let bench = try Workbench()
        try bench.put("a.xml", document("LATIN-AUTO"))
        var text = Array(document("LATIN-AUTO").utf8)
        text.removeAll { $0 >= 0x80 }
        try bench.put("a.xml", text)
        let outcome = try bench.ingest()
        #expect(outcome.records == [])
        #expect(outcome.codes == ["ingest.xml-encoding-unknown"])
        #expect(outcome.value("action", in: outcome.defects[0]) == "submission-held")
    }

    @Test func `a delete list in UTF-16, as some spreadsheets write it, is read too`() throws {
        let bench = try Workbench()
        try bench.put("gone.txt", try bytes("ocm1\r\nocm2\r\n", .utf16LittleEndian, mark: [0xFF, 0xFE]))
        #expect(try bench.ingest().records == ["ocm1 delete", "ocm2 delete"])
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `every XML file of the collection reads the same in UTF-16`() throws {
        for file in Corpus.files(format: "marcxml").filter({ $0.encoding == "UTF-8" }).prefix(60) {
            guard let text = String(validating: try file.read(), as: UTF8.self) else { continue }
            let (plain, wide) = (try Workbench(), try Workbench())
            try plain.put("a.xml", text)
            try wide.put("a.xml", try bytes(text, .utf16BigEndian, mark: [0xFE, 0xFF]))
            let outcomes = (try plain.ingest(), try wide.ingest())
            #expect(outcomes.0.records == outcomes.1.records, "\(file.path)")
            #expect(outcomes.0.codes == outcomes.1.codes, "\(file.path)")
        }
    }
}
