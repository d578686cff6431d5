import MARC
import TestSupport
import Testing

@Suite struct ISO2709WriterTests {
    @Test func `writes leader, directory and data as the standard has them`() throws {
        let bytes = try encode("=LDR  99999cas#a99xxxxxKi#xxxx\n=001  a1\n=245  1\\$aTitle$bRest")
        let expected =
            "00069cas#a2200049Ki#4500" + "001000300000" + "245001600003"
            + "\u{1E}a1\u{1E}1 \u{1F}aTitle\u{1F}bRest\u{1E}\u{1D}"
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func `what is read back is what was written`() throws {
        let (record, faults) = decode(try small())
        #expect(faults == [])
        var again: [UInt8] = []
        try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &again) }
        #expect(again == (try small()))
    }

    @Test func `missing indicators become blanks and data without a code stay`() throws {
        let (record, _) = decode(rawRecord([("245", "\u{1F}aTitle\u{1E}"), ("FMT", "BK\u{1E}")]))
        var bytes: [UInt8] = []
        try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &bytes) }
        #expect(String(decoding: bytes.dropFirst(49), as: UTF8.self) == "  \u{1F}aTitle\u{1E}  BK\u{1E}\u{1D}")
    }

    @Test func `a field that is too long is refused and nothing is written`() {
        let record = Records.record("=500  \\\\$a" + String(repeating: "x", count: 9_995))
        var output = [UInt8(1)]
        #expect(throws: ISO2709WriteError.fieldTooLong(tag: "500", length: 10_000)) {
            try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &output) }
        }
        #expect(output == [1])
        #expect(record.withView { ISO2709Writer.fits($0) } == false)
        let longest = Records.record("=500  \\\\$a" + String(repeating: "x", count: 9_994))
        #expect(longest.withView { ISO2709Writer.fits($0) })
    }

    @Test func `a record that is too long is refused and nothing is written`() {
        let line = "=500  \\\\$a" + String(repeating: "x", count: 9_000) + "\n"
        let record = Records.record(String(repeating: line, count: 12))
        var output: [UInt8] = []
        #expect(throws: ISO2709WriteError.recordTooLong(length: 108_230)) {
            try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &output) }
        }
        #expect(output.isEmpty)
    }

    @Test(arguments: ["\u{1D}", "\u{1E}", "\u{1F}"])
    func `data that hold a delimiter are refused and nothing is written`(delimiter: String) {
        let record = Records.record("=245  10$aTitle\(delimiter)Rest")
        var output: [UInt8] = []
        #expect(throws: ISO2709WriteError.delimiterInData) {
            try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &output) }
        }
        #expect(output.isEmpty)
    }
}
