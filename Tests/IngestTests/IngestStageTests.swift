import Foundation
import Ingest
import MARC
import TestSupport
import Testing
import Update

@Suite struct IngestStageTests {
    @Test func `reads the files of a submission in the order of their names, records, deletes and delete lists`() throws
    {
        let bench = try Workbench()
        try bench.put("b.xml", Sample.marcxml(["x1", "x2"]))
        try bench.put("a.mrc", Sample.iso2709(["i1"]) + Sample.iso2709(["i2"], status: "d"))
        try bench.put("c.txt", "l1\r\n\r\n  l2  \r\n")
        let outcome = try bench.ingest()
        #expect(outcome.records == ["i1", "i2 delete", "x1", "x2", "l1 delete", "l2 delete"])
        #expect(outcome.defects.isEmpty)
        #expect(outcome.summary.recordsIn == 6)
        #expect(outcome.summary.dispositions == ["passed": 6])
        #expect(outcome.summary.counts == ["deletes": 3])
        #expect(outcome.collected.pinned.map(\.path) == ["files/a.mrc", "files/b.xml", "files/c.txt"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: outcome.folder + "/files/c.txt")).count == 14)
    }

    @Test func `a record that is cut off is rejected and its file is held, its neighbours pass`() throws {
        let bench = try Workbench()
        let whole = try Sample.iso2709(["1", "2", "3"])
        try bench.put("a.mrc", Array(whole.dropLast(20)))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "3 rejected"])
        #expect(outcome.codes == ["ingest.record-truncated", "ingest.file-truncated"])
        #expect(outcome.summary.dispositions == ["passed": 2, "rejected": 1])
        #expect(outcome.summary.defects.byAction["submission-held"] == 1)
        #expect(
            outcome.value("message", of: "ingest.record-truncated")
                == "the leader gives \(whole.count / 3) bytes, the record ends after \(whole.count / 3 - 20); send it again"
        )
        #expect(outcome.value("record", of: "ingest.record-truncated") == "3")
        #expect(outcome.value("file", of: "ingest.file-truncated") == "a.mrc")
    }

    @Test func `an XML file that ends before its root element is held`() throws {
        let bench = try Workbench()
        let whole = Sample.marcxml(["1", "2"])
        try bench.put("a.xml", Array(whole.dropLast("</collection>\n".utf8.count)))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2"])
        #expect(outcome.codes == ["ingest.file-truncated"])
    }

    @Test func `a wrong record length costs nothing, and the message has both numbers`() throws {
        let bench = try Workbench()
        var bytes = try Sample.iso2709(["1", "2"])
        let length = bytes.count / 2
        bytes.replaceSubrange(0..<5, with: Array("00999".utf8))
        try bench.put("a.mrc", bytes)
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2"])
        #expect(outcome.codes == ["ingest.record-length-wrong"])
        #expect(
            outcome.value("message", of: "ingest.record-length-wrong")
                == "the leader gives a length of \"00999\", the record has \(length) bytes; it was read up to its "
                + "terminator: let the export count bytes, not characters")
        #expect(outcome.value("control", of: "ingest.record-length-wrong") == "1")
        #expect(outcome.value("position", of: "ingest.record-length-wrong") == "0")
        #expect(outcome.value("action", of: "ingest.record-length-wrong") == "repaired")
    }

    @Test func `bytes between records are noted once a run, line ends never`() throws {
        let bench = try Workbench()
        let (one, two) = (try Sample.iso2709(["1"]), try Sample.iso2709(["2"]))
        try bench.put("a.mrc", one + [0x0D, 0x0A] + two + [0x0A, 0, 0, 0x0A, 0] + one + [0x1A])
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "1"])
        #expect(outcome.codes == ["ingest.stray-bytes", "ingest.stray-bytes"])
        #expect(outcome.value("offset", of: "ingest.stray-bytes") == "\(one.count * 2 + 3)")
        #expect(
            outcome.value("message", of: "ingest.stray-bytes")?.hasPrefix("4 bytes at byte \(one.count * 2 + 3) ")
                == true)
    }

    @Test func `a line that is no control number is named by its place and never deletes anything`() throws {
        let bench = try Workbench()
        let numbers = (1...20).map { "ocm\(1000 + $0)\n" }.joined()
        try bench.put("a.txt", numbers + "please delete these; thank you!\n" + "ocm9999\n")
        let outcome = try bench.ingest()
        #expect(outcome.records.count == 21)
        #expect(outcome.records.last == "ocm9999 delete")
        #expect(outcome.codes == ["ingest.unreadable-bytes"])
        #expect(outcome.summary.unreadable == 1)
        #expect(outcome.value("offset", of: "ingest.unreadable-bytes") == "160")
        #expect(outcome.value("before", of: "ingest.unreadable-bytes") == "please delete these; thank you!")
        #expect(outcome.value("record", of: "ingest.unreadable-bytes") == nil)
    }

    @Test func `a file that stops being readable ends with one defect`() throws {
        let bench = try Workbench()
        let good = (1...8000).map { "ocm\($0 + 100_000)\n" }.joined()
        let bad = String(repeating: "%%%\n", count: 10_500)
        try bench.put("a.txt", good + bad)
        let outcome = try bench.ingest()
        #expect(outcome.records.count == 8000)
        #expect(outcome.codes.count == 10_001)
        #expect(outcome.codes.last == "ingest.file-abandoned")
        #expect(outcome.summary.unreadable == 10_001)
    }

    @Test func `a record with the same fault everywhere gets twenty defects and a number`() throws {
        let bench = try Workbench()
        let fields = (0..<30).map { _ in "=500  \\\\$aNote$zX" }.joined(separator: "\n")
        var bytes: [UInt8] = []
        try Records.record("=LDR  00000nam\\a2200000\\a\\4500\n=001  1\n" + fields).withView { (view) throws in
            try ISO2709Writer.append(view, to: &bytes)
        }
        try bench.put("a.mrc", Array(bytes.map { $0 == UInt8(ascii: "z") ? 0x1F : $0 }))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(outcome.codes.filter { $0 == "ingest.subfield-code-missing" }.count == 21)
        #expect(outcome.defects.last?.contains("and 10 more places of this record") == true)
    }

    @Test func `spool and defects are the same bytes whatever the number of threads`() throws {
        let bench = try Workbench()
        var bytes: [UInt8] = []
        for number in 0..<5000 {
            var record = try Sample.iso2709(["n\(number)"], title: String(repeating: "t", count: number % 300))
            if number % 7 == 0 { record.replaceSubrange(0..<5, with: Array("00001".utf8)) }
            if number % 1000 == 999 { record += [0, 0] }
            bytes += record
        }
        try bench.put("a.mrc", bytes)
        try bench.put("b.xml", Sample.marcxml((0..<3000).map { "x\($0)" }))
        let (one, two) = (try bench.ingest(attempt: "001", threads: 1), try bench.ingest(attempt: "002", threads: 2))
        for name in [StageFile.places, StageFile.defects] {
            let left = try Data(contentsOf: URL(fileURLWithPath: "\(one.folder)/\(name)"))
            #expect(left == (try Data(contentsOf: URL(fileURLWithPath: "\(two.folder)/\(name)"))))
        }
        #expect(one.summary == two.summary)
        #expect(one.summary.recordsIn == 8000)
        #expect(one.records.count == 8000)
        #expect(one.summary.defects.byCode["ingest.record-length-wrong"] == 715)
        #expect(one.summary.defects.byCode["ingest.stray-bytes"] == 5)
    }

    @Test func `a record keeps the namespaces around it, also those of a second document in the file`() throws {
        let bench = try Workbench()
        func document(_ prefix: String, _ number: String) -> String {
            "<\(prefix):collection xmlns:\(prefix)=\"http://www.loc.gov/MARC21/slim\"><\(prefix):record>"
                + "<\(prefix):leader>00000nam a2200000 a 4500</\(prefix):leader>"
                + "<\(prefix):controlfield tag=\"001\">\(number)</\(prefix):controlfield>"
                + "</\(prefix):record></\(prefix):collection>\n"
        }
        try bench.put("a.xml", document("marc", "1") + document("m", "2") + document("m", "3"))
        try bench.put("b.xml", Sample.marcxml(["4"]))
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "3", "4"])
        #expect(outcome.defects.isEmpty)
        let spool = try SpoolReader(path: "\(outcome.folder)/\(StageFile.places)", kind: .places)
        #expect(spool.tail.files.entries.map(\.name) == ["a.xml", "b.xml", "a.xml"])
        #expect(spool.tail.files.entries[0].namespaces == " xmlns:marc=\"http://www.loc.gov/MARC21/slim\"")
    }

    @Test func `the header of a deleted record in a harvested response is not lost in silence`() throws {
        let bench = try Workbench()
        try bench.put(
            "a.xml",
            """
            <OAI-PMH><ListRecords><record><header status="deleted"><identifier>oai:x:12</identifier></header></record>
            <record><header><identifier>oai:x:13</identifier></header><metadata><record>
            <leader>00000nam a2200000 a 4500</leader><controlfield tag="001">13</controlfield>
            </record></metadata></record></ListRecords></OAI-PMH>
            """)
        let outcome = try bench.ingest()
        #expect(outcome.records == ["12 delete", "13"])
        #expect(outcome.codes == [])
    }

    @Test func `a deleted header whose number nothing tells is noted`() throws {
        let bench = try Workbench()
        let deleted = "<record><header status=\"deleted\"><identifier>oai:x:12</identifier></header></record>"
        func record(_ identifier: String, _ number: String) -> String {
            """
            <record><header><identifier>\(identifier)</identifier></header><metadata><record>
            <leader>00000nam a2200000 a 4500</leader><controlfield tag="001">\(number)</controlfield>
            </record></metadata></record>
            """
        }
        func put(_ records: String...) throws {
            try bench.put("a.xml", "<OAI-PMH><ListRecords>\(deleted)\(records.joined())</ListRecords></OAI-PMH>")
        }
        try put()
        let alone = try bench.ingest(attempt: "001")
        #expect(alone.records == [] && alone.codes.first == "ingest.oai-delete-not-taken")
        #expect(alone.value("before", of: "ingest.oai-delete-not-taken") == "oai:x:12")
        #expect(
            alone.value("message", of: "ingest.oai-delete-not-taken")
                == "the OAI-PMH header at byte 30 says that oai:x:12 was deleted, and no record shows where its control "
                + "number stands; nothing is deleted because of it: say oai-identifiers in the profile, or send its number "
                + "in a delete list")
        // Nothing in common, two that contradict each other, a part of another number.
        for records in [
            [record("oai:x:4", "b4")], [record("oai:x:4", "4"), record("oai:y:5", "5")], [record("oai:x:114", "14")],
        ] {
            try put(records.joined())
            #expect(try bench.ingest(attempt: "002").codes == ["ingest.oai-delete-not-taken"])
        }
        try put(record("oai:y:4", "4"))
        let other = try bench.ingest(attempt: "003").value("message", of: "ingest.oai-delete-not-taken")
        #expect(other?.contains("was deleted, where oai:y:* was expected; nothing is deleted") ?? false)

        try put()
        var collector = Collector()
        collector.identifiers = OAIIdentifierForm("oai:x:*")
        #expect(try bench.ingest(collector, attempt: "004").records == ["12 delete"])
    }

    /// What stands in the place of records in a harvested response, and what is said of it.
    @Test(arguments: [
        (
            "<error code='badArgument'>no prefix</error>",
            "ingest.oai-error: at byte 9 the repository answered badArgument (no prefix) in place of records; harvest again "
                + "what was asked for"
        ),
        (
            "<error code='noRecordsMatch'/>",
            "ingest.no-records: the file is marcxml and holds 0 records: the repository answered noRecordsMatch; check what "
                + "the export selected"
        ),
        (
            "<ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata/></record></ListRecords>",
            "ingest.oai-record-missing: the OAI-PMH header at byte 30 is that of oai:x:1, and no MARC record follows it; "
                + "harvest it again, or ask the library what its repository gives for it"
        ),
        (
            "<ListIdentifiers><header><identifier>oai:x:1</identifier></header></ListIdentifiers>",
            "ingest.no-records: the file is marcxml and holds 0 records; check what the export selected"
        ),
    ]) func `what a repository answers in place of records is told`(content: String, expected: String) throws {
        let bench = try Workbench()
        try bench.put("a.xml", "<OAI-PMH>\(content)</OAI-PMH>")
        let outcome = try bench.ingest()
        let code = try #require(outcome.codes.first)
        #expect("\(code): \(outcome.value("message", of: code) ?? "")" == expected)
    }

    @Test func `each header without its record is told, those with one are not`() throws {
        let bench = try Workbench()
        func record(_ number: Int, _ content: String) -> String {
            "<record><header><identifier>oai:x:\(number)</identifier></header><metadata>\(content)</metadata></record>"
        }
        let marc = "<record><leader>00000nam a2200000 a 4500</leader><controlfield tag='001'>1</controlfield></record>"
        let other = "<dc><title>A header is no record</title></dc>"
        let deleted = "<record><header status='deleted'><identifier>oai:x:9</identifier></header></record>"
        let records = [record(1, marc), record(2, other), record(3, marc), record(4, ""), deleted, record(5, other)]
        try bench.put("a.xml", "<OAI-PMH><ListRecords>\(records.joined())</ListRecords></OAI-PMH>")
        let outcome = try bench.ingest()
        #expect(outcome.records.count == 2)
        #expect(
            outcome.defects.compactMap { outcome.value("before", in: $0) } == [
                "oai:x:2", "oai:x:4", "oai:x:9", "oai:x:5",
            ])
    }

    @Test(arguments: [("<!--", "-->"), ("<![CDATA[", "]]>")])
    func `records that begin in a comment or a CDATA section are not lost in silence`(opening: String, closing: String)
        throws
    {
        let bench = try Workbench()
        func record(_ number: Int, _ text: String = "") -> String {
            """
            <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">\(number)</controlfield>\
            <datafield tag="245" ind1="0" ind2="0"><subfield code="a">Title \(text)</subfield></datafield></record>
            """
        }
        let records = [record(1), record(2, opening), record(3), record(4, closing), record(5)]
        try bench.put("a.xml", "<collection>\(records.joined())</collection>")
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1", "2", "5"])
        #expect(outcome.codes == ["ingest.xml-record-hidden"] && outcome.value("record", in: outcome.defects[0]) == "2")
        #expect(
            outcome.value("message", of: "ingest.xml-record-hidden")?.hasSuffix(
                " begins a section that hides the start of 2 records, which were not read; take it away, or write its < as "
                    + "&lt; where it is text") == true, "\(outcome.defects)")
    }

    @Test func `a record that was taken out by a comment is told with its place`() throws {
        let bench = try Workbench()
        let record =
            "<record><leader>00000nam a2200000 a 4500</leader><controlfield tag='001'>1</controlfield></record>"
        try bench.put(
            "a.xml", "<collection>\(record)<!-- \(record) --><!-- a <record> by name --> <!-- --></collection>")
        let outcome = try bench.ingest()
        #expect(outcome.records == ["1"])
        #expect(outcome.codes == ["ingest.xml-record-hidden", "ingest.xml-record-hidden"])
        #expect(outcome.value("offset", in: outcome.defects[0]) == "\(12 + record.utf8.count)")
    }

    @Test func `identifiers are held against the number that the profile names`() throws {
        let bench = try Workbench()
        try bench.put(
            "a.xml",
            """
            <OAI-PMH><ListRecords><record><header><identifier>oai:x:77</identifier></header><metadata><record>
            <leader>00000nam a2200000 a 4500</leader><controlfield tag="001">13</controlfield>
            <datafield tag="907" ind1=" " ind2=" "><subfield code="a">77</subfield></datafield></record></metadata></record>
            <record><header status="deleted"><identifier>oai:x:78</identifier></header></record></ListRecords></OAI-PMH>
            """)
        #expect(try bench.ingest(attempt: "001").codes == ["ingest.oai-delete-not-taken"])
        var collector = Collector()
        collector.controlNumber = try #require(ControlNumberPlace("907$a"))
        #expect(try bench.ingest(collector, attempt: "002").records == ["13", "78 delete"])
    }

    @Test func `a profile can give a defect another severity and action, or silence it`() throws {
        let bench = try Workbench()
        var bytes = try Sample.iso2709(["1", "2"])
        bytes.replaceSubrange(0..<5, with: Array("00999".utf8))
        try bench.put("a.mrc", bytes + [0x1A])
        let policy = DefectPolicy(exceptions: [
            "ingest.record-length-wrong": .init(severity: .critical, action: .recordRejected),
            "ingest.stray-bytes": .init(isOff: true),
        ])
        let outcome = try bench.ingest(Collector(policy: policy))
        #expect(outcome.records == ["1 rejected", "2"])
        #expect(outcome.codes == ["ingest.record-length-wrong"])
        #expect(outcome.value("severity", of: "ingest.record-length-wrong") == "critical")
    }

    @Test func `a long record makes the window grow and nothing else`() throws {
        let bench = try Workbench()
        let field = (0..<400).map { _ in "=500  \\\\$a" + String(repeating: "x", count: 9_000) }.joined(separator: "\n")
        let long = Records.record("=LDR  00000nam\\a2200000\\a\\4500\n=001  long\n" + field)
        var bytes: [UInt8] = []
        MARCXMLWriter.appendHead(to: &bytes)
        long.withView { _ = MARCXMLWriter.append($0, to: &bytes) }
        Sample.record("after").withView { _ = MARCXMLWriter.append($0, to: &bytes) }
        MARCXMLWriter.appendFoot(to: &bytes)
        try bench.put("a.xml", bytes)
        let outcome = try bench.ingest()
        #expect(outcome.records == ["long", "after"])
        #expect(outcome.defects.isEmpty)
    }

    @Test func `every code has its four texts and none comes twice`() {
        let names = IngestStage.codes.map(\.name)
        #expect(Set(names).count == names.count)
        for code in IngestStage.codes {
            #expect(code.stage == .ingest)
            for text in [code.what, code.why, code.done, code.repair] {
                #expect(text.hasSuffix(".") && text.count > 20)
            }
        }
    }
}
