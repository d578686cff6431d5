import MARC
import TestSupport
import Testing

@Suite struct MARCXMLEncodingTests {
    private func detect(_ bytes: [UInt8]) -> MARCXMLEncoding {
        bytes.withUnsafeBufferPointer { MARCXMLEncoding.detect($0) }
    }

    /// The document in 16 or 32 bits a unit.
    private func wide(_ text: String, _ width: Int, bigEndian: Bool, mark: Bool) -> [UInt8] {
        let units = width == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
        return ((mark ? [0xFEFF] : []) + units).flatMap { unit in
            let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    private func transcode(_ bytes: [UInt8], chunk: Int) throws -> (text: String, illegal: Int, first: Int?) {
        var transcoder = try MARCXMLTranscoder(detect(bytes))
        var output: [UInt8] = []
        var start = 0
        bytes.withUnsafeBufferPointer { all in
            while start < all.count {
                let length = min(start == 0 ? max(chunk, 200) : chunk, all.count - start)
                transcoder.transcode(all.slice(start, length), isLast: start + length == all.count, into: &output)
                start += length
            }
        }
        return (String(decoding: output, as: UTF8.self), transcoder.illegalSequences, transcoder.firstIllegalOffset)
    }

    static let text = """
        <?xml version="1.0" encoding="UTF-16"?><collection><record><leader>00000nam a2200000   4500</leader>\
        <controlfield tag="001">Grüße 𝔘 漢字</controlfield></record></collection>
        """

    @Test(arguments: [
        (2, false, true, "UTF-16LE"), (2, true, true, "UTF-16BE"), (2, false, false, "UTF-16LE"),
        (2, true, false, "UTF-16BE"), (4, false, true, "UTF-32LE"), (4, true, false, "UTF-32BE"),
    ])
    func `reads 16 and 32 bits with and without a byte order mark`(
        width: Int, bigEndian: Bool, mark: Bool, name: String
    ) throws {
        let bytes = wide(Self.text, width, bigEndian: bigEndian, mark: mark)
        #expect(detect(bytes).name == name)
        #expect(!detect(bytes).isUTF8)
        for chunk in [1, 3, 7, 100_000] {
            let result = try transcode(bytes, chunk: chunk)
            #expect(result.text == Self.text.replacing("UTF-16", with: "UTF-8"))
            #expect(result.illegal == 0)
        }
        #expect(
            MARCXMLFile(try transcode(bytes, chunk: 50).text).recordTexts.first?.hasSuffix("=001  Grüße\\𝔘\\漢字") == true
        )
    }

    @Test(arguments: [
        ("ISO-8859-1", [0x47, 0xFC, 0x80] as [UInt8], "Gü\u{80}"), ("windows-1252", [0x47, 0xFC, 0x80], "Gü€"),
        ("iso-8859-2", [0xB3, 0xE5], "łĺ"),
    ])
    func `believes the declaration of a one-byte encoding`(name: String, bytes: [UInt8], text: String) throws {
        let document = Array("<?xml version='1.0' encoding='\(name)'?><c>".utf8) + bytes + Array("</c>".utf8)
        #expect(detect(document).name == name.uppercased())
        #expect(try transcode(document, chunk: 5).text == "<?xml version='1.0' encoding='UTF-8'?><c>\(text)</c>")
    }

    @Test func `does not believe a declaration that the bytes prove wrong`() {
        let lying = detect(Array("<?xml version='1.0' encoding='ISO-8859-1'?><c>Grüße</c>".utf8))
        #expect(lying.isUTF8)
        #expect(lying.contradictedDeclaration == "ISO-8859-1")
        let escaped = detect(Array(#"<?xml version=\"1.0\" encoding=\"UTF-8\"?><c/>"#.utf8))
        #expect(escaped.isUTF8 && escaped.contradictedDeclaration == #"\"#)
        for name in ["no such//TRANSLIT", "UTF-16//IGNORE", "1252", ""] {
            #expect(detect(Array("<?xml version='1.0' encoding='\(name)'?><c/>".utf8)).isUTF8)
        }
        #expect(detect(Array("<?xml version='1.0' encoding='UTF-16'?><c/>".utf8)).contradictedDeclaration == "UTF-16")
        #expect(
            detect(Array("<?xml version='1.0' encoding='ISO-8859-1'?><c>x</c>".utf8)).contradictedDeclaration == nil)
    }

    @Test func `takes a document without a declaration for UTF-8`() {
        #expect(detect([]).isUTF8)
        #expect(detect(Array("<collection/>".utf8)).isUTF8)
        #expect(detect([0xEF, 0xBB, 0xBF, 0x3C]).byteOrderMarkLength == 3)
        #expect(detect(Array("<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>".utf8)).isUTF8)
    }

    @Test func `counts what the encoding does not have and puts a replacement character there`() throws {
        let head = Array("<?xml version='1.0' encoding='windows-1252'?><c>".utf8)
        let result = try transcode(head + [0x81, 0x41, 0x8D] + Array("</c>".utf8), chunk: 1000)
        #expect(result.text.hasSuffix("<c>\u{FFFD}A\u{FFFD}</c>"))
        #expect(result.illegal == 2)
        #expect(result.first == head.count)
        let cut = try transcode(wide("<a>x</a>", 2, bigEndian: false, mark: true) + [0x3C], chunk: 1000)
        #expect(cut.text == "<a>x</a>\u{FFFD}")
    }

    @Test(arguments: ["EBCDIC-X", "LATIN.AUTO_2"])
    func `refuses an encoding it does not know, in one sentence`(name: String) {
        let encoding = detect(Array("<?xml version='1.0' encoding='\(name)'?><c/>".utf8))
        do throws(MARCXMLTranscoder.UnknownEncoding) {
            _ = try MARCXMLTranscoder(encoding)
            Issue.record("accepted \(name)")
        } catch {
            let expected =
                "the document is in the encoding \(name.uppercased()), which is not known here; send it in UTF-8"
            #expect(error.description == expected)
        }
    }
}
