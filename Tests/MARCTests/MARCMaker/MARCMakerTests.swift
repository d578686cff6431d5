@testable import MARC
import TestSupport
import Testing

@Suite struct MARCMakerTests {
    private func read(_ text: String) -> TextFormatFile { TextFormatFile(text, .mrk) }

    @Test func `records end before the next leader, or at a blank line before a control number`() {
        let file = read(
            """
            \u{FEFF}=LDR  00000nam a2200000 a 4500
            =001  1

            =245  10$aStill of the first$b
            =LDR  00000nam\\a2200000\\a\\4500\r
            =001  2\r
            \r
            =001  3

            """)
        #expect(file.kinds == [.filler, .record, .record, .record])
        #expect(
            file.records.map(\.text) == [
                "=LDR  00000nam\\a2200000\\a\\4500\n=001  1\n=245  10$aStill of the first$b",
                "=LDR  00000nam\\a2200000\\a\\4500\n=001  2",
                "=LDR  \(String(repeating: "\\", count: 24))\n=001  3",
            ])
        #expect(file.faults == [.leaderMissing])
    }

    @Test func `backslashes are blanks in indicators and control fields, and themselves in data`() {
        let file = read(
            "=LDR  00000nam\\a2200000\\a\\4500\n=008  a\\b\n=020  \\\\$aC:\\d{dollar}{lcub}x{rcub}{bsol} {unknown}\n")
        #expect(
            file.records.first?.text
                == "=LDR  00000nam\\a2200000\\a\\4500\n=008  a\\b\n=020  \\\\$aC:\\d{dollar}{x}\\ {unknown}")
        #expect(file.faults.isEmpty)
    }

    @Test func `mnemonics become MARC-8 or, where the record is UTF-8, UTF-8 with the mark behind its letter`() {
        let marc8 = read("=LDR  00000nam  2200000 a 4500\n=245  10$aCaf{acute}e {AElig}{uml}{macr}u\n")
        #expect(marc8.records.first?.text.hasSuffix("$aCaf\\xE2e \\xA5\\xE8\\xE5u") ?? false)
        let utf8 = read("=LDR  00000nam a2200000 a 4500\n=245  10$aCaf{acute}e {AElig}{uml}{macr}u{acute}\n")
        #expect(utf8.records.first?.text.hasSuffix("$aCafe\u{301} Æu\u{304}\u{308}\u{301}") ?? false)
    }

    @Test func `every mnemonic has the value that MARC-8 gives to its code`() {
        for mnemonic in Mnemonic.all {
            var (decoder, output, faults) = (MARC8Decoder(), [UInt8](), [MARC8Fault]())
            let value = mnemonic.isMark ? [mnemonic.code, 0x61] : [mnemonic.code]
            value.withUnsafeBufferPointer { decoder.decode($0, into: &output, faults: &faults) }
            guard mnemonic.code != 0x1B, ![0xEB, 0xEC, 0xFA, 0xFB].contains(mnemonic.code) else { continue }
            #expect(output == (mnemonic.isMark ? [0x61] : []) + mnemonic.utf8, "\(mnemonic.name)")
        }
    }

    @Test func `a field that was broken over two lines is put together and reported`() {
        let file = read("=LDR  00000nam a2200000 a 4500\n=520  \\\\$aA history of the\nlighthouse.\n=001  x\n1\n")
        #expect(file.records.first?.text.hasSuffix("=520  \\\\$aA history of the lighthouse.\n=001  x\\1") ?? false)
        #expect(file.faults == [.lineMalformed, .lineMalformed])
        #expect(file.records.first?.faults.first?.tag == "520")
    }

    @Test func `what is not as it should be is kept and reported`() {
        let file = read("Dear colleague,\n=LDR  00000nam\n=245  1$aT$\n=24!  \\\\text\n=300  \\\\\n")
        #expect(file.kinds == [.unreadable, .record])
        #expect(file.records.first?.text.hasSuffix("=245  1$aT\n=24!  \\\\text\n=300  \\\\") ?? false)
        #expect(
            file.faults == [
                .leaderDamaged, .indicatorCountWrong, .subfieldCodeMissing, .tagMalformed, .indicatorCountWrong,
                .delimiterMissing, .delimiterMissing,
            ])
    }

    @Test func `what the writer writes the reader reads`() {
        let record = Records.record(
            """
            =LDR  00000nam a2200000 a 4500
            =008  ab c
            =245  10$aBack{x5C}slash {x7B}acute{x7D} {dollar}5 = Grüße$b
            """)
        var output: [UInt8] = []
        record.withView { MARCMakerWriter.append($0, to: &output) }
        record.withView { MARCMakerWriter.append($0, to: &output) }
        let file = TextFormatFile(output, .mrk)
        #expect(file.records.map(\.text) == [Records.text(record), Records.text(record)])
        #expect(file.faults.isEmpty)
    }
}
