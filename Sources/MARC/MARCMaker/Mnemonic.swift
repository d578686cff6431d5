/// A character by its name in braces, `{acute}`: its MARC-8 code in the default sets and its Unicode value.
///
/// Source: Library of Congress, "MARCMaker and MARCBreaker User's Manual", the default tables for ASCII and ANSEL; the
/// values are those of LC's code tables.
struct Mnemonic {
    let name: StaticString
    let code: UInt8
    let scalar: Unicode.Scalar

    /// The mark stands before its letter in MARC-8.
    var isMark: Bool { code >= 0xE0 }
    var utf8: [UInt8] { Array(String(Character(scalar)).utf8) }

    /// The mnemonic that starts with the brace at `start`, and its length with both braces; nil where none has that name.
    static func read(_ text: ByteView, at start: Int) -> (mnemonic: Mnemonic, length: Int)? {
        let near = text.slice(start, min(longest + 2, text.count - start))
        guard let end = near.firstIndex(of: UInt8(ascii: "}")), end > 1 else { return nil }
        let name = near.slice(1, end - 1)
        guard let mnemonic = all.first(where: { name.equals($0.name) }) else { return nil }
        return (mnemonic, end + 1)
    }

    /// The mnemonic for a character that the form itself needs.
    static func name(of byte: UInt8) -> StaticString? { all.first { $0.code == byte }?.name }

    private static let longest = 9

    private init(_ name: StaticString, _ code: UInt8, _ value: UInt16) {
        self.name = name
        self.code = code
        scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    static let all: [Mnemonic] = ascii + letters + marks

    private static let ascii: [Mnemonic] = [
        .init("dollar", 0x24, 0x24), .init("lcub", 0x7B, 0x7B), .init("rcub", 0x7D, 0x7D), .init("bsol", 0x5C, 0x5C),
        .init("esc", 0x1B, 0x1B), .init("excl", 0x21, 0x21), .init("quot", 0x22, 0x22), .init("num", 0x23, 0x23),
        .init("percnt", 0x25, 0x25), .init("amp", 0x26, 0x26), .init("apos", 0x27, 0x27), .init("lpar", 0x28, 0x28),
        .init("rpar", 0x29, 0x29), .init("ast", 0x2A, 0x2A), .init("plus", 0x2B, 0x2B), .init("comma", 0x2C, 0x2C),
        .init("hyphen", 0x2D, 0x2D), .init("period", 0x2E, 0x2E), .init("sol", 0x2F, 0x2F), .init("colon", 0x3A, 0x3A),
        .init("semi", 0x3B, 0x3B), .init("lt", 0x3C, 0x3C), .init("equals", 0x3D, 0x3D), .init("gt", 0x3E, 0x3E),
        .init("quest", 0x3F, 0x3F), .init("commat", 0x40, 0x40), .init("lsqb", 0x5B, 0x5B), .init("rsqb", 0x5D, 0x5D),
        .init("caret", 0x5E, 0x5E), .init("lowbar", 0x5F, 0x5F), .init("verbar", 0x7C, 0x7C),
    ]

    private static let letters: [Mnemonic] = [
        .init("Lstrok", 0xA1, 0x0141), .init("Ostrok", 0xA2, 0x00D8), .init("Dstrok", 0xA3, 0x0110),
        .init("THORN", 0xA4, 0x00DE), .init("AElig", 0xA5, 0x00C6), .init("OElig", 0xA6, 0x0152),
        .init("softsign", 0xA7, 0x02B9), .init("middot", 0xA8, 0x00B7), .init("flat", 0xA9, 0x266D),
        .init("reg", 0xAA, 0x00AE), .init("plusmn", 0xAB, 0x00B1), .init("Ohorn", 0xAC, 0x01A0),
        .init("Uhorn", 0xAD, 0x01AF), .init("mlrhring", 0xAE, 0x02BC), .init("mllhring", 0xB0, 0x02BB),
        .init("lstrok", 0xB1, 0x0142), .init("ostrok", 0xB2, 0x00F8), .init("dstrok", 0xB3, 0x0111),
        .init("thorn", 0xB4, 0x00FE), .init("aelig", 0xB5, 0x00E6), .init("oelig", 0xB6, 0x0153),
        .init("hardsign", 0xB7, 0x02BA), .init("inodot", 0xB8, 0x0131), .init("pound", 0xB9, 0x00A3),
        .init("eth", 0xBA, 0x00F0), .init("ohorn", 0xBC, 0x01A1), .init("uhorn", 0xBD, 0x01B0),
        .init("deg", 0xC0, 0x00B0), .init("scriptl", 0xC1, 0x2113), .init("phono", 0xC2, 0x2117),
        .init("copy", 0xC3, 0x00A9), .init("sharp", 0xC4, 0x266F), .init("iquest", 0xC5, 0x00BF),
        .init("iexcl", 0xC6, 0x00A1), .init("szlig", 0xC7, 0x00DF), .init("euro", 0xC8, 0x20AC),
    ]

    private static let marks: [Mnemonic] = [
        .init("hooka", 0xE0, 0x0309), .init("grave", 0xE1, 0x0300), .init("acute", 0xE2, 0x0301),
        .init("circ", 0xE3, 0x0302), .init("tilde", 0xE4, 0x0303), .init("macr", 0xE5, 0x0304),
        .init("breve", 0xE6, 0x0306), .init("dot", 0xE7, 0x0307), .init("uml", 0xE8, 0x0308),
        .init("caron", 0xE9, 0x030C), .init("ring", 0xEA, 0x030A), .init("llig", 0xEB, 0xFE20),
        .init("rlig", 0xEC, 0xFE21), .init("rcommaa", 0xED, 0x0315), .init("dblac", 0xEE, 0x030B),
        .init("candra", 0xEF, 0x0310), .init("cedil", 0xF0, 0x0327), .init("ogon", 0xF1, 0x0328),
        .init("dotb", 0xF2, 0x0323), .init("dbldotb", 0xF3, 0x0324), .init("ringb", 0xF4, 0x0325),
        .init("dblunder", 0xF5, 0x0333), .init("under", 0xF6, 0x0332), .init("commab", 0xF7, 0x0326),
        .init("rcedil", 0xF8, 0x031C), .init("breveb", 0xF9, 0x032E), .init("ldbltil", 0xFA, 0xFE22),
        .init("rdbltil", 0xFB, 0xFE23), .init("commaa", 0xFE, 0x0313),
    ]
}
