import Testing

@testable import Reports

@Suite struct `Numbers for people` {
    @Test func `have their thousands apart`() {
        #expect(
            [0, 7, 999, 1000, 1_204_000, -1000].map { Numbers.text($0) } == [
                "0", "7", "999", "1,000", "1,204,000", "-1,000",
            ])
        #expect(Numbers.text(1, "record") == "1 record" && Numbers.text(2000, "record") == "2,000 records")
    }

    @Test func `are sizes as file managers say them`() {
        #expect(
            [0, 1, 999, 1000, 1049, 999_949, 999_950, 1_234_567_890].map { Numbers.size($0) } == [
                "0 bytes", "1 byte", "999 bytes", "1.0 kB", "1.0 kB", "999.9 kB", "1.0 MB", "1.2 GB",
            ])
    }

    @Test func `are shares that never say all or nothing where it is not so`() {
        #expect(
            [0, 1, 4, 500, 999, 1000].map { Numbers.percent($0, of: 1000) } == [
                "0 %", "<1 %", "<1 %", "50 %", "99 %", "100 %",
            ])
        #expect(Numbers.percent(0, of: 0) == "0 %")
    }
}

@Suite struct `Text that could deceive` {
    @Test(arguments: [
        ("plain é ٣ 漢", "plain é ٣ 漢"), ("a\u{202E}b", "a⟨U+202E⟩b"), ("a\u{A0}b", "a⟨U+00A0⟩b"),
        ("\u{FEFF}x", "⟨U+FEFF⟩x"),
        ("a\u{200B}", "a⟨U+200B⟩"), ("\u{1}", "⟨U+0001⟩"), ("\u{FFFF}", "⟨U+FFFF⟩"), ("e\u{301}", "e\u{301}"),
    ])
    func `is made visible`(_ text: String, _ expected: String) {
        #expect(Visible.text(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `cannot end a line of a mail's head`() {
        #expect(MailHeader.encoded("a\r\nBcc: x@y") == "a  Bcc: x@y")
        let long = MailHeader.encoded(String(repeating: "ä𝄞", count: 60))
        #expect(long.split(separator: "\n").allSatisfy { $0.count <= 76 && $0.hasSuffix("?=") })
    }

    @Test func `is broken into lines without losing a word`() {
        let lines = Paragraph.lines(
            "one two three verylongwordthatfitsnowhere four", width: 12, indent: "  ", first: "1. ")
        #expect(lines == ["1. one two", "  three", "  verylongwordthatfitsnowhere", "  four"])
        #expect(Paragraph.lines("") == [])
    }
}
