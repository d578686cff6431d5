import MARC
import Testing

/// The Unicode Standard, chapter 3: D92, table 3-7, and "U+FFFD Substitution of Maximal Subparts".
@Suite struct UTF8CheckTests {
    @Test func `every Unicode scalar value is well-formed`() {
        var text: [UInt8] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            text.append(contentsOf: scalar.utf8)
        }
        #expect(text.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0) } == nil)
    }

    @Test(
        arguments: [
            ("a byte that begins no sequence", [0x41, 0x80, 0x42], 1, 1),
            ("a byte that UTF-8 never has", [0x41, 0xFF], 1, 1),
            ("an overlong form of two bytes", [0xC0, 0xAF], 0, 1),
            ("an overlong form of three bytes", [0x41, 0xE0, 0x80, 0xBF], 1, 1),
            ("an overlong form of four bytes", [0xF0, 0x81, 0x82, 0x41], 0, 1),
            ("a surrogate", [0xED, 0xA0, 0x80], 0, 1),
            ("a character beyond U+10FFFF", [0xF4, 0x91, 0x92, 0x93], 0, 1),
            ("two bytes of three", [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], 0, 2),
            ("three bytes of four", [0x41, 0xF0, 0x91, 0x92, 0xF1], 1, 3),
            ("a sequence cut by the end", [0x41, 0xC3], 1, 1),
            (
                "a Latin-1 letter after a long run of ASCII", Array(repeating: 0x20, count: 45) + [0xE9, 0x20, 0x20],
                45, 1
            ),
        ] as [(String, [UInt8], Int, Int)])
    func `finds the first ill-formed byte and the length that one U+FFFD replaces`(
        name: String, bytes: [UInt8], offset: Int, length: Int
    ) {
        bytes.withUnsafeBufferPointer { view in
            #expect(UTF8Check.firstInvalid(in: view) == offset, "\(name)")
            #expect(UTF8Check.illFormedLength(at: offset, in: view) == length, "\(name)")
        }
    }

    @Test func `the standard's example becomes the standard's result`() {
        let example: [UInt8] = [0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42]
        #expect(replaced(example) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A\u{FFFD}\u{FFFD}B")
        let truncated: [UInt8] = [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41]
        #expect(replaced(truncated) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A")
    }

    @Test func `agrees with the standard library on 20,000 damaged texts`() {
        var random = SeededRandom(seed: 2709)
        let alphabet = marc8("A\\x80\\x8F\\x90\\x9F\\xA0\\xBF\\xC1\\xC3\\xE0\\xE2\\xED\\xF0\\xF4\\xF5")
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...12, using: &random)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            #expect(replaced(bytes) == String(decoding: bytes, as: UTF8.self), "\(bytes)")
        }
    }

    @Test func `tells ASCII wherever the one other byte stands`() {
        for count in 0..<80 {
            var bytes = [UInt8](repeating: 0x7F, count: count)
            #expect(bytes.withUnsafeBufferPointer { UTF8Check.isASCII($0) })
            for place in 0..<count {
                bytes[place] = 0x80
                #expect(!bytes.withUnsafeBufferPointer { UTF8Check.isASCII($0) })
                bytes[place] = 0x7F
            }
        }
    }

    /// The bytes with each maximal subpart replaced, as a caller does it.
    private func replaced(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { view in
            var text: [UInt8] = []
            var start = 0
            while let invalid = UTF8Check.firstInvalid(in: view, from: start) {
                text += view[start..<invalid] + Array("\u{FFFD}".utf8)
                start = invalid + UTF8Check.illFormedLength(at: invalid, in: view)
            }
            text += view[start...]
            return String(decoding: text, as: UTF8.self)
        }
    }
}
