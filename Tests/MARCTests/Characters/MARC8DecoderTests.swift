import MARC
import Testing

/// LC's "MARC-8 Encoding Environment", clause by clause.
@Suite struct MARC8DecoderTests {
    // MARK: Default sets

    @Test func `ASCII is in G0 and ANSEL in G1 at the start of each field`() {
        #expect(decode("abc") == "abc")
        #expect(decode("\\xB5uvre, \\xC7, \\xC8 10") == "\u{E6}uvre, \u{DF}, \u{20AC} 10")
        #expect(MARC8Decoder().hasDefaultSets)
    }

    @Test func `marks stand before their base and come out behind it`() {
        #expect(decode("M\\xE8unchen") == "Mu\u{308}nchen")
        #expect(decode("\\xE2\\xF2a") == "a\u{301}\u{323}")
        #expect(decode("\\xE2 x") == " \u{301}x")
    }

    @Test func `a mark over two letters stands behind the first`() {
        #expect(decode("\\xEBi\\xECa") == "i\u{361}a")
        #expect(decode("\\xFAn\\xFBg") == "n\u{360}g")
        #expect(decode("\\xEBt\\xEC\\xE2s") == "t\u{361}s\u{301}")
        #expect(decode("\\xEBa\\xEC\\xEBb\\xECc") == "a\u{361}b\u{361}c")
    }

    @Test func `the four control characters above 7F`() {
        #expect(decode("\\x88The \\x89end\\x8D\\x8E") == "\u{98}The \u{9C}end\u{200D}\u{200C}")
    }

    // MARK: Escape sequences

    @Test(arguments: [
        ("\\x1Bgabc\\x1Bs!", "\u{3B1}\u{3B2}\u{3B3}!"),
        ("H\\x1Bb2\\x1BsO", "H\u{2082}O"),
        ("10\\x1Bp2\\x1Bs", "10\u{B2}"),
        ("\\x1B(2i\\x1B(B", "\u{5D9}"),
        ("\\x1B(NTEST\\x1B(B.", "\u{442}\u{435}\u{441}\u{442}."),
        ("\\x1B,N\\x1B,BT", "T"),
        ("\\x1B)N\\xD4\\xC5\\x1B)!E\\xB5", "\u{442}\u{435}\u{E6}"),
        ("\\x1B-N\\xD4", "\u{442}"),
        ("\\x1B(!E5\\x1B(B", "\u{E6}"),
        ("\\x1B(QD", "\u{451}"),
        ("\\x1B(3G", "\u{627}"),
        ("\\x1B(4!", "\u{6FD}"),
        ("\\x1B(Sabd", "\u{3B1}\u{3B2}\u{3B3}"),
        ("\\x1B$1!0!!0\"\\x1B(B.", "\u{4E00}\u{4E01}."),
        ("\\x1B$(1!0!", "\u{4E00}"),
        ("\\x1B$,1!0!", "\u{4E00}"),
        ("\\x1B$)1\\xA1\\xB0\\xA1x", "\u{4E00}x"),
        ("\\x1B$-1\\xA1\\xB0\\xA1x", "\u{4E00}x"),
    ])
    func `puts a set in force`(value: String, text: String) {
        #expect(decode(value) == text)
    }

    @Test func `a blank is a blank in every set, and a mark may stand before an escape sequence`() {
        #expect(decode("\\x1B$1!0! !0!\\x1B(B") == "\u{4E00} \u{4E00}")
        #expect(decode("\\x1B(S\"\\x1B(Ba") == "a\u{301}")
    }

    @Test func `a set stays in force from subfield to subfield, up to the end of the field`() {
        var decoder = MARC8Decoder()
        #expect(decode("\\x1B(NTEST", with: &decoder) == "\u{442}\u{435}\u{441}\u{442}")
        #expect(!decoder.hasDefaultSets)
        #expect(decode("TEST", with: &decoder) == "\u{442}\u{435}\u{441}\u{442}")
        decoder.startField()
        #expect(decoder.hasDefaultSets)
        #expect(decode("TEST", with: &decoder) == "TEST")
    }

    @Test(arguments: [("\\x1B(1!0!", "\u{4E00}"), ("\\x1B$(NT", "\u{442}"), ("\\x1B(E5", "\u{E6}")])
    func `obeys and reports a sequence whose intermediate characters are those of another kind of set`(
        value: String, text: String
    ) {
        #expect(faulty(value).text == text)
        #expect(faulty(value).faults.map(\.kind) == [.escapeIrregular])
    }

    // MARK: Numeric character references

    @Test func `decodes numeric character references and counts them`() {
        var decoder = MARC8Decoder()
        let text = decode("Vi&#x1EC7;t & &#x20000;\\xE2&#x1A1;", with: &decoder)
        #expect(text == "Vi\u{1EC7}t & \u{20000}\u{1A1}\u{301}")
        #expect(decoder.referenceCount == 3)
    }

    @Test(arguments: ["&#233;", "&#x1EC7 x", "&#xD800;", "&#x110000;", "&#x1;", "&#xFFFE;", "&#x0000001;"])
    func `keeps a malformed reference as it is`(value: String) {
        #expect(faulty(value).text == value)
        #expect(faulty(value).faults.map(\.kind) == [.referenceMalformed])
    }

    @Test(arguments: ["R&D", "a=1&b=2", "&", "&#", "&#;", "&#x;", "&#anchor", "a & b"])
    func `an ampersand is no reference`(value: String) {
        #expect(decode(value) == value)
    }

    // MARK: Faults

    @Test(
        arguments: [
            // value, text, kind, offset, bytes concerned
            ("Soci\\x1Bt\\xE2e", "Soci\u{FFFD}te\u{301}", .escapeUnknown, 4, [0x1B, 0x74, 0xE2]),
            ("a\\x1B", "a\u{FFFD}", .escapeUnknown, 1, [0x1B]),
            ("\\x1B(zab", "\u{FFFD}(zab", .escapeUnknown, 0, [0x1B, 0x28, 0x7A]),
            ("\\x1B$B!0!", "\u{FFFD}$B!0!", .escapeUnknown, 0, [0x1B, 0x24, 0x42]),
            ("\\x1B(!Nab", "\u{FFFD}(!Nab", .escapeUnknown, 0, [0x1B, 0x28, 0x21]),
            ("38.1\\xFF73", "38.1\u{FFFD}73", .codeNotInSet, 4, [0xFF]),
            ("a\\x80b", "a\u{FFFD}b", .codeNotInSet, 1, [0x80]),
            ("\\x1B(2a~", "\u{5D1}\u{FFFD}", .codeNotInSet, 4, [0x7E]),
            ("\\x1B$1~~~!0!", "\u{FFFD}\u{4E00}", .codeNotInSet, 3, [0x7E, 0x7E, 0x7E]),
            ("\\x1B$1!0!!0\\x1B(Bx", "\u{4E00}\u{FFFD}x", .eaccCodeCut, 6, [0x21, 0x30]),
            ("\\x1B$1!0!!", "\u{4E00}\u{FFFD}", .eaccCodeCut, 6, [0x21]),
            ("prf\\xE7", "prf \u{307}", .markWithoutBase, 3, [0xE7]),
            ("a\\xE2\\xE8\\x09b", "a \u{301}\u{308}\tb", .markWithoutBase, 1, [0xE2, 0xE8]),
            ("stat'\\xEBila", "stat'i\u{361}la", .doubleMarkIncomplete, 5, [0xEB]),
            ("i\\xECa", "ia", .doubleMarkIncomplete, 1, [0xEC]),
            ("\\xEBi\\xFBa", "i\u{361}a", .doubleMarkIncomplete, 2, [0xFB]),
            ("\\xEBi", "i\u{361}", .doubleMarkIncomplete, 0, [0xEB]),
        ] as [(String, String, MARC8Fault.Kind, Int, [UInt8])])
    func `reports what is wrong, and goes on`(
        value: String, text: String, kind: MARC8Fault.Kind, offset: Int, bytes: [UInt8]
    ) {
        let result = faulty(value)
        #expect(result.text == text)
        #expect(result.faults.map(\.kind) == [kind])
        #expect(result.faults.first?.offset == offset)
        #expect(result.faults.first?.bytes == bytes)
    }

    @Test func `control characters pass as they are, in any set`() {
        #expect(decode("a\\x09b\\x00\\x7F") == "a\tb\0\u{7F}")
        #expect(decode("\\x1B(N\\x09T") == "\t\u{442}")
    }

    @Test func `any bytes at all give valid UTF-8 within four times their length`() {
        var random = SeededRandom(seed: 8)
        let likely = marc8("\\x1B$(),1!E2&#xN\\xEB\\xEC ")
        var decoder = MARC8Decoder()
        for _ in 0..<30_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                let any = UInt8.random(in: 0...255, using: &random)
                return Bool.random(using: &random) ? any : likely.randomElement(using: &random) ?? any
            }
            var output: [UInt8] = []
            var faults: [MARC8Fault] = []
            bytes.withUnsafeBufferPointer { decoder.decode($0, into: &output, faults: &faults) }
            #expect(output.count <= 4 * bytes.count)
            #expect(String(validating: output, as: UTF8.self) != nil, "\(bytes)")
            let areInside = faults.allSatisfy { $0.offset >= 0 && $0.count > 0 && $0.offset + $0.count <= bytes.count }
            #expect(areInside, "\(bytes)")
        }
    }
}
