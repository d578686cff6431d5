import Ingest
import MARC
import TestSupport
import Testing
import Update

@Suite struct ChunkTests {
    /// A record with items of about 9,000 bytes each.
    private func chunk(_ number: String, items: Range<Int>) throws -> [UInt8] {
        var record = Sample.record(number)
        for item in items {
            record.appendField("949", " ", " ", [("a", "\(item) " + String(repeating: "x", count: 9000))])
        }
        var bytes: [UInt8] = []
        try record.withView { (view) throws in try ISO2709Writer.append(view, to: &bytes) }
        return bytes
    }

    private func fields(_ outcome: Outcome) throws -> [[String]] {
        let spool = try SpoolReader(path: "\(outcome.folder)/\(StageFile.places)", kind: .places)
        let batch = try spool.collected(
            block: 0, from: RecordSources(files: spool.tail.files, folder: outcome.folder))
        var decoder = CollectedDecoder(files: batch.files)
        var (record, faults) = (Record(), [ReadFault]())
        return (0..<batch.count).map { index in
            decoder.decode(index, of: batch, into: &record, faults: &faults)
            return record.withView { view in view.fields.map { "\($0.tag) \($0.subfield("a")?.text.prefix(2) ?? "")" } }
        }
    }

    @Test func `neighbours with one number that are too long for one record are one record`() throws {
        let bench = try Workbench()
        let (one, two) = (try chunk("1", items: 0..<6), try chunk("1", items: 5..<11))
        try bench.put("a.mrc", try Sample.iso2709(["0"]) + one + Array("\n".utf8) + two + Sample.iso2709(["2"]))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["0", "1", "2"])
        #expect(outcome.codes == ["ingest.record-in-chunks"])
        #expect(
            outcome.value("message", in: outcome.defects[0])
                == "the record came in 2 pieces of \(one.count + two.count + 1) bytes together, ISO 2709 allows 99999; they were "
                + "joined: export MARCXML or fewer items a record")
        // Control number, title and eleven items; what both chunks have is there once.
        #expect(try fields(outcome)[1].count == 13)
        #expect(Set(try fields(outcome)[1]).count == 13)
    }

    @Test func `holdings that follow with the number of their title are records of their own`() throws {
        let bench = try Workbench()
        var holdings = try chunk("1", items: 20..<22)
        holdings[6] = UInt8(ascii: "y")
        try bench.put("a.mrc", try chunk("1", items: 0..<6) + chunk("1", items: 6..<12) + holdings)
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "1"])
        #expect(try fields(outcome).map(\.count) == [14, 4])
    }

    @Test func `neighbours with one number that could be one record are left as they are`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", try chunk("1", items: 0..<4) + chunk("1", items: 4..<8))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "1"])
        #expect(outcome.defects.isEmpty)
    }

    @Test func `long neighbours with different numbers, or without, are records of their own`() throws {
        let bench = try Workbench()
        try bench.put("a.mrc", try chunk("1", items: 0..<9) + chunk("2", items: 0..<9) + chunk("1", items: 0..<9))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "1"])
        #expect(outcome.defects.isEmpty)
    }

    @Test func `a record in UNIMARC is set aside and said to be one`() throws {
        let bench = try Workbench()
        let record = Records.record(
            """
            =LDR  00000nam  2200000   450\\
            =001  1
            =100  \\\\$a20050314d2005    u  y0frey50      ba
            =200  1\\$aVoyage au bout de la nuit
            """)
        var bytes: [UInt8] = []
        try record.withView { (view) throws in try ISO2709Writer.append(view, to: &bytes) }
        try bench.put("a.mrc", try bytes + Sample.iso2709(["2"]))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1 rejected", "2"])
        #expect(outcome.codes.contains("ingest.record-is-unimarc"))
        #expect(
            outcome.value("message", of: "ingest.record-is-unimarc")
                == "the title \"Voyage au bout de la nuit\" stands in field 200 and there is no 245: the record is UNIMARC, MARC 21 "
                + "was expected; export MARC 21")
    }

    @Test func `a table of deletes is read by the column that its heading names`() throws {
        let bench = try Workbench()
        try bench.put(
            "gone.csv", "\u{FEFF}Title;\"MMS ID\";Date\r\n\"A; title\";\"991234\";2026\r\nB; 995678 ;\r\nshort\r\n")
        let outcome = try bench.ingest()
        #expect(outcome.records == ["991234 delete", "995678 delete"])
        #expect(outcome.codes == ["ingest.unreadable-bytes"])
    }
}
