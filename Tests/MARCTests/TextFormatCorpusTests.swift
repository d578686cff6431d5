@testable import MARC
import TestSupport
import Testing

/// Real files of the text formats, and sound ones with random damage.
@Suite struct TextFormatCorpusTests {
    private static let samples: [TextFormatFile.Format: String] = [
        .marcjson: """
        [{"leader":"00000nam a2200000 a 4500","fields":[{"001":"ocm1"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"G \\"{\\" \\u00e9"}]}}]},
        {"x": {"leader":"00000nam a2200000 a 4500","fields":[{"001":"ocm2"}]}}, {"fields":[{"001":"3"}],"leader":"00000nam a2200000 a 4500"}]
        """,
        .mrk:
            "=LDR  00000nam a2200000 a 4500\n=001  1\n=245  10$aT {acute}e$b\n\n=LDR  00000nam a2200000 a 4500\n=001  2\n\n=001  3\n",
        .aleph:
            "000000002 LDR   L 00000nam^a2200301^i^4500\n000000002 24510 L $$aT\n000000003 001   L 3\nx\n000000004 001   L 4\n",
    ]

    private func mutant(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 1 where bytes.count > 40: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
            default:
                bytes.insert(
                    contentsOf: ["\"", "\\", "{", "}", "\n\n", "=LDR  ", "$", "=001", "[", "\\u12"].randomElement(
                        using: &random
                    ).map { Array($0.utf8) } ?? [], at: start)
            }
        }
        return bytes
    }

    @Test(arguments: TextFormatFile.Format.allCases)
    func `damaged files are framed the same whatever the window, and every byte belongs to one piece`(
        format: TextFormatFile.Format
    ) throws {
        let sample = try #require(Self.samples[format])
        var random = SeededRandom(seed: 2709)
        for _ in 0..<2000 {
            let bytes = mutant(sample, &random)
            let whole = TextFormatFile(bytes, format)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(whole.pieces.reduce(0) { $0 + $1.text.utf8.count } >= text.utf8.count)
            for step in [1, 7, 50] {
                #expect(TextFormatFile(bytes, format, step: step).slices == whole.slices, Comment(rawValue: text))
            }
        }
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `as many records are read of MARCMaker and Aleph files as others count`() throws {
        for (name, format) in [("mrk", TextFormatFile.Format.mrk), ("alephseq", .aleph)] {
            let files = Corpus.files(format: name)
            #expect(files.count > 20)
            for file in files {
                let read = TextFormatFile(try file.read(), format)
                #expect(read.records.count == file.records, "\(file.path)")
            }
        }
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `records of ISO 2709 come back unchanged from JSON and from the mnemonic form`() throws {
        var compared = 0
        for file in Corpus.files(format: "iso2709") where file.isCleanStructure && file.encoding.hasPrefix("UTF-8") {
            var (json, mrk, texts): ([UInt8], [UInt8], [String]) = ([], [], [])
            let bytes = try file.read()
            for piece in frame(bytes).prefix(200) where piece.kind == .record {
                let (record, _) = decode(Array(bytes[piece.range]))
                let isPlain = record.withView { view in
                    view.fields.allSatisfy { field in
                        ([field.value] + field.subfields.map(\.value)).allSatisfy { value in
                            UTF8Check.firstInvalid(in: value) == nil && !value.contains(0x0A) && !value.contains(0x0D)
                        }
                    }
                }
                guard isPlain else { continue }
                record.withView { MARCJSONWriter.append($0, to: &json) }
                record.withView { MARCMakerWriter.append($0, to: &mrk) }
                texts.append(Records.text(record))
            }
            compared += texts.count
            #expect(TextFormatFile(json, .marcjson).records.map(\.text) == texts, "\(file.path)")
            #expect(TextFormatFile(mrk, .mrk).records.map(\.text) == texts, "\(file.path)")
        }
        #expect(compared > 2000)
    }
}
