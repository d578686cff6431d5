import TestSupport
import Testing

@testable import MARC
@testable import Scrub

@Suite struct SurveyTests {
    /// The plain twin of ``TextScan``.
    private func plain(_ bytes: [UInt8]) -> (high: Bool, control: Bool, pair: Bool) {
        (
            bytes.contains { $0 >= 0x80 }, bytes.contains { $0 < 0x20 || $0 == 0x7F },
            zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
        )
    }

    @Test func `sees what the plain look sees, at every place and length`() {
        let specials: [UInt8] = [0x00, 0x1F, 0x20, 0x21, 0x7E, 0x7F, 0x80, 0xFF]
        var generator = SystemRandomNumberGenerator()
        for round in 0..<4000 {
            let length = round % 40
            var bytes = (0..<length).map { _ in UInt8.random(in: 0x21...0x7E, using: &generator) }
            for _ in 0..<(round % 3) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<length, using: &generator)] = specials.randomElement(using: &generator) ?? 0
            }
            if round % 5 == 0, length > 1 {
                let place = Int.random(in: 0..<(length - 1), using: &generator)
                (bytes[place], bytes[place + 1]) = (0x20, 0x20)
            }
            let scan = bytes.withUnsafeBufferPointer { TextScan($0) }
            let expected = plain(bytes)
            #expect(
                scan.hasHigh == expected.high && scan.hasControl == expected.control
                    && scan.hasBlankPair == expected.pair,
                "\(bytes)")
        }
    }

    @Test func `finds the signs of a record`() {
        func signs(_ text: String) -> Signs { Records.record(text).withView { Survey($0).signs } }
        #expect(signs("=245  10$aTitle") == .always)
        #expect(signs("=245  10$aé").contains(.nonASCII))
        #expect(!signs("=245  10$aé").contains(.beyondLatin))
        #expect(signs("=245  10$ae\u{301}").contains(.beyondLatin))
        #expect(signs("=245  10$a\u{A0}").contains(.oddSpace))
        #expect(signs("=245  10$aa  b").contains(.blanks))
        #expect(!signs("=008  a  b").contains(.blanks))
        #expect(signs("=245  10$aa$ b").contains(.code))
        #expect(signs("=245  10$a  ").contains(.empty))
    }
}
