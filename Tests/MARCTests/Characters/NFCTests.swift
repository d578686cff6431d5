import TestSupport
import Testing

@testable import MARC

/// The fast path of NFC against its plain twin, the standard library.
@Suite struct NFCTests {
    @Test(arguments: [
        ("Mu\u{308}nchen", "M\u{FC}nchen"),
        ("e\u{301}te\u{301}", "\u{E9}t\u{E9}"),
        ("a\u{323}\u{302}", "\u{1EAD}"),  // two marks, composed one after the other
        ("a\u{302}\u{323}", "\u{1EAD}"),  // the same in the other order
        ("\u{E2}\u{323}", "\u{1EAD}"),  // a composed letter and a mark that belongs below it
        ("i\u{361}a", "i\u{361}a"),  // nothing to compose
        ("q\u{301}", "q\u{301}"),
        ("\u{438}\u{306}", "\u{439}"),  // Cyrillic
        ("\u{3B1}\u{301}\u{345}", "\u{1FB4}"),  // Greek with two marks
        ("\u{212B}", "\u{C5}"),  // the sign becomes the letter
        ("\u{FB1D}", "\u{5D9}\u{5B4}"),  // excluded from composition
        ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),  // Hangul
        ("\u{301}a", "\u{301}a"),  // a mark without base
        ("n\u{303}\u{20000}", "\u{F1}\u{20000}"),
        ("", ""),
    ])
    func `composes`(text: String, normal: String) {
        #expect(Array(normalised(text).utf8) == Array(normal.utf8))
        #expect(isNormal(text) == (Array(text.utf8) == Array(normal.utf8)))
    }

    @Test func `every base with every mark, before a letter and before another mark`() {
        for base in scalars(0...0x52F) {
            for mark in scalars(0x300...0x36F) {
                expectTwinsAgree("\(base)\(mark)\u{4E00}")
                expectTwinsAgree("-\(base)\(mark)\u{323}")
            }
        }
    }

    @Test func `every character of the Basic Multilingual Plane after a letter and before a mark`() {
        for character in scalars(0...0xFFFF) {
            expectTwinsAgree("a\(character)")
            expectTwinsAgree("\(character)\u{301}")
        }
    }

    @Test func `what was composed is normal, and composing it again changes nothing`() {
        var random = SeededRandom(seed: 15)
        let letters = "aeoiuAcnx \u{E2}\u{1EA1}\u{438}\u{4E00}".unicodeScalars
        let alphabet = letters + "\u{301}\u{302}\u{323}\u{327}\u{361}\u{306}".unicodeScalars
        for _ in 0..<10_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...9, using: &random) {
                text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
            }
            expectTwinsAgree(text)
            let normal = normalised(text)
            #expect(isNormal(normal))
            #expect(Array(normalised(normal).utf8) == Array(normal.utf8))
        }
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `every value of the UTF-8 files of the corpus`() throws {
        var values = 0
        for file in Corpus.files(format: "iso2709") where file.encoding == "UTF-8" && !file.path.hasSuffix(".gz") {
            let bytes = try file.read()
            for value in bytes.split(whereSeparator: { $0 < 0x20 }) where value.contains(where: { $0 >= 0xCC }) {
                guard String(validating: value, as: UTF8.self) != nil else { continue }
                value.withUnsafeBufferPointer { expectTwinsAgree($0) }
                values += 1
            }
        }
        #expect(values > 5_000)
    }

    private func scalars(_ range: ClosedRange<UInt32>) -> some Sequence<Unicode.Scalar> {
        range.lazy.compactMap(Unicode.Scalar.init)
    }

    private func normalised(_ text: String) -> String {
        var output: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { NFC.append($0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    private func isNormal(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { NFC.isNormal($0) }
    }

    private func expectTwinsAgree(_ text: String) {
        var text = text
        text.withUTF8 { expectTwinsAgree($0) }
    }

    private func expectTwinsAgree(_ utf8: UnsafeBufferPointer<UInt8>) {
        var general: [UInt8] = []
        NFC.appendInGeneral(utf8, into: &general)
        var fast: [UInt8] = [0x7C]
        NFC.append(utf8, into: &fast)
        if fast.dropFirst() != general[...] { Issue.record("append differs on \(Array(utf8))") }
        if NFC.isNormal(utf8) != (Array(utf8) == general) { Issue.record("isNormal differs on \(Array(utf8))") }
    }
}
