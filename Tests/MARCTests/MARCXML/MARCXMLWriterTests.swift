import MARC
import TestSupport
import Testing

@Suite struct MARCXMLWriterTests {
    private func written(_ record: Record) -> (text: String, dropped: Int) {
        var output: [UInt8] = []
        let dropped = record.withView { MARCXMLWriter.append($0, to: &output) }
        return (String(decoding: output, as: UTF8.self), dropped)
    }

    @Test func `writes a record as people expect to read it`() {
        var output: [UInt8] = []
        MARCXMLWriter.appendHead(to: &output)
        Records.record("=LDR  00000nam a2200000   4500\n=001  1\n=245  1\\$aTitle /$cAuthor.").withView {
            _ = MARCXMLWriter.append($0, to: &output)
        }
        MARCXMLWriter.appendFoot(to: &output)
        #expect(
            String(decoding: output, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <collection xmlns="http://www.loc.gov/MARC21/slim">
                <record>
                  <leader>00000nam a2200000   4500</leader>
                  <controlfield tag="001">1</controlfield>
                  <datafield tag="245" ind1="1" ind2=" ">
                    <subfield code="a">Title /</subfield>
                    <subfield code="c">Author.</subfield>
                  </datafield>
                </record>
                </collection>

                """)
    }

    @Test func `escapes what XML needs escaped, at every place`() {
        var record = Record()
        record.appendField("9<0", UInt8(ascii: "&"), UInt8(ascii: "\""))
        record.appendSubfield(UInt8(ascii: ">"), Array("&<>\"' R&D\r\n\t]]>\u{FFFD}\u{10000}".utf8))
        let result = written(record)
        #expect(result.text.contains(#"<datafield tag="9&lt;0" ind1="&amp;" ind2="&quot;">"#))
        #expect(
            result.text.contains(
                "<subfield code=\"&gt;\">&amp;&lt;&gt;&quot;' R&amp;D&#13;\n\t]]&gt;\u{FFFD}\u{10000}</subfield>"))
        #expect(result.dropped == 0)
    }

    @Test func `leaves out what XML has no place for and says how much`() {
        var record = Record()
        record.appendControl("001", [0x31, 0x00, 0x1F, 0x32] + Array("\u{FFFE}3\u{FFFF}".utf8))
        let result = written(record)
        #expect(result.text.contains(#"<controlfield tag="001">123</controlfield>"#))
        #expect(result.dropped == 4)
    }

    @Test func `what is written reads back the same, for text of every length`() {
        var record = Record()
        for length in 0..<40 {
            record.appendField("500", 0x20, UInt8(ascii: "1"))
            record.appendSubfield(UInt8(ascii: "a"), Array(String(repeating: "x", count: length).utf8))
            record.appendSubfield(UInt8(ascii: "b"), Array((String(repeating: "y", count: length) + "&é>").utf8))
        }
        let file = MARCXMLFile(written(record).text)
        #expect(file.recordTexts == [Records.text(record)])
        #expect(file.records.first?.faults == [])
    }

    @Test func `a code and indicators that are missing read back as missing`() {
        var record = Record()
        record.appendField("500", 0, 0)
        record.appendSubfield(0, Array("x".utf8))
        let file = MARCXMLFile(written(record).text)
        #expect(file.recordTexts.first?.hasSuffix("=500  \\\\x") == true)
        #expect(file.records.first?.faults.map(\.kind) == [.subfieldCodeMissing])
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `every file of the collection without a fault reads back as it was`() throws {
        var count = 0
        for file in Corpus.files(format: "marcxml") {
            var output: [UInt8] = []
            let before = MARCXMLFile(try file.read(), rewriting: &output)
            guard before.records.allSatisfy(\.faults.isEmpty) else { continue }
            let after = MARCXMLFile(output)
            #expect(before.recordTexts == after.recordTexts, Comment(rawValue: file.path))
            count += before.records.count
        }
        #expect(count > 1500)
    }
}
