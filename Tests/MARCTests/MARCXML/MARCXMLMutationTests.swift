import TestSupport
import Testing

@_spi(Fuzzing) @testable import MARC

/// Sound files with random damage: nothing crashes, every byte belongs to one piece, and the short way of reading a
/// record agrees with libxml2.
@Suite struct MARCXMLMutationTests {
    static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a comment --><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
        <record><header><identifier>1</identifier></header><metadata><record xmlns="http://www.loc.gov/MARC21/slim">
          <leader>00714cam a2200205 a 4500</leader>
          <controlfield tag="001">92005291</controlfield>
          <datafield tag="245" ind1="1" ind2="0">
            <subfield code="a">Grüße &amp; &#233; /</subfield><subfield code="c">Carl.</subfield>
          </datafield>
        </record></metadata></record>
        <m:record xmlns:m="http://www.loc.gov/MARC21/slim"><m:leader>00714cam a2200205 a 4500</m:leader>
        <m:datafield tag='650' ind1=' ' ind2='0'><m:subfield code='a'><![CDATA[A & B]]></m:subfield></m:datafield></m:record>
        <record><leader>00714cam a2200205 a 4500</leader><controlfield tag="001">x > y</controlfield></record>
        </ListRecords></OAI-PMH>

        """

    private static let parts: [[UInt8]] =
        [
            "<", ">", "&", "\"", "'", "/", " ", "<record>", "</record>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
            "&amp;",
            "&x;", "&#0;", "\r", "\0", "\u{1F}", "</subfield>", "<leader>", "xmlns=\"", "<!DOCTYPE", "m:", "é",
            "\u{FFFF}", "]]>",
        ].map { Array($0.utf8) } + [[0xC3], [0x80], [0xFF], []]

    /// `document` with one to four random changes.
    private func mutant(_ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(Self.document.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 3 where bytes.count > 100: bytes.removeLast(Int.random(in: 0..<bytes.count / 2, using: &random))
            default: bytes.insert(contentsOf: Self.parts.randomElement(using: &random) ?? [], at: start)
            }
        }
        return bytes
    }

    private func isSame(_ left: Record, _ right: Record) -> Bool {
        left.leader == right.leader && left.entries == right.entries && left.subfieldEntries == right.subfieldEntries
            && left.data == right.data
    }

    @Test(arguments: 0..<10) func `5000 damaged files are read to their end and every byte belongs to one piece`(
        seed: Int
    ) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<500 {
            let bytes = mutant(&random)
            let whole = MARCXMLFile(bytes)
            #expect(whole.bytes == bytes)
            let inParts = MARCXMLFile(bytes, step: 61, isDecoding: false)
            #expect(inParts.bytes == bytes)
            #expect(inParts.slices == whole.slices, Comment(rawValue: String(decoding: bytes, as: UTF8.self)))
        }
    }

    @Test(arguments: [1, 7, 61, 300, 4096]) func `framing is the same whatever the window shows at a time`(step: Int) {
        let damaged = Self.document.replacingFirst("<m:record", with: "<!DOCTYPE x [<!-- '>' --> \"m\"\n<m:record")
        let inside = Self.document.replacingFirst("<m:leader>", with: "<!DOCTYPE '<!-- > ]' <m:leader>")
        var random = SeededRandom(seed: UInt64(step))
        let documents = [damaged, inside].map { Array($0.utf8) } + (0..<300).map { _ in mutant(&random) }
        for bytes in documents {
            let whole = MARCXMLFile(bytes, isDecoding: false)
            let inParts = MARCXMLFile(bytes, step: step, isDecoding: false)
            #expect(inParts.slices == whole.slices, Comment(rawValue: String(decoding: bytes, as: UTF8.self)))
        }
    }

    @Test(arguments: 0..<10) func `what the short way accepts libxml2 reads the same, without a fault`(seed: Int) {
        var random = SeededRandom(seed: UInt64(1000 + seed))
        var plain = PlainMARCXML()
        var decoder = MARCXMLDecoder()
        var accepted = 0
        for _ in 0..<500 {
            for (slice, context) in MARCXMLFile(mutant(&random), isDecoding: false).recordBytes {
                slice.withUnsafeBufferPointer { bytes in
                    var (short, long, faults) = (Record(), Record(), [ReadFault]())
                    guard plain.read(bytes, context: context, into: &short) else { return }
                    accepted += 1
                    decoder.decodeThoroughly(bytes, context: context, into: &long, faults: &faults)
                    #expect(isSame(short, long))
                    #expect(faults == [], Comment(rawValue: bytes.text))
                }
            }
        }
        #expect(accepted > 200)
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `on every file of the collection the short way agrees with libxml2`() throws {
        var plain = PlainMARCXML()
        var decoder = MARCXMLDecoder()
        var (accepted, all) = (0, 0)
        for file in Corpus.files(format: "marcxml") + Corpus.files(format: "oai") {
            for (slice, context) in MARCXMLFile(try file.read(), isDecoding: false).recordBytes {
                slice.withUnsafeBufferPointer { bytes in
                    var (short, long, faults) = (Record(), Record(), [ReadFault]())
                    all += 1
                    decoder.decodeThoroughly(bytes, context: context, into: &long, faults: &faults)
                    guard plain.read(bytes, context: context, into: &short) else { return }
                    accepted += 1
                    #expect(isSame(short, long))
                    #expect(faults == [])
                }
            }
        }
        #expect(accepted * 3 > all)
    }
}

extension String {
    /// The text with `replacement` in the place of the first `text`.
    fileprivate func replacingFirst(_ text: String, with replacement: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return self[..<range.lowerBound] + replacement + self[range.upperBound...]
    }
}
