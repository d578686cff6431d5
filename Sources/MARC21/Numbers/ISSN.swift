public import MARC

/// An ISSN at the start of a subfield's value, in its eight characters. The word `ISSN` before it, brackets and whatever
/// follows it are left alone.
///
/// The normal form has no hyphen and a capital X, as in `12345679`.
///
/// Source: ISO 3297; MARC 21 Format for Bibliographic Data, 022.
public struct ISSN {
    public private(set) var digits = InlineArray<8, UInt8>(repeating: 0)

    /// Fields with a subfield for an ISSN.
    public static let tags: [TagPattern] = [
        "022", "440", "490", "700", "710", "711", "730", "76X", "77X", "78X", "800", "810", "811", "830",
    ]

    /// The codes of these subfields: $a and $l in 022, $x elsewhere.
    public static let subfields = ASCIISet([UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "x")])

    /// Whether an ISSN belongs in that subfield: 022 $a and $l, $x of series and linking entries.
    public static func isExpected(in tag: Tag, _ code: UInt8) -> Bool {
        tag == "022" ? code == UInt8(ascii: "a") || code == UInt8(ascii: "l") : code == UInt8(ascii: "x")
    }

    /// nil where the value does not start with four digits, perhaps a hyphen, three digits, and a digit or X.
    public init?(scanning value: ByteView) {
        var index = Self.skipWord(value)
        for place in 0..<8 {
            if place == 4, index < value.count, value[index] == UInt8(ascii: "-") { index += 1 }
            guard index < value.count, let character = Self.character(value[index], place) else { return nil }
            digits[place] = character
            index += 1
        }
        if index < value.count, value[index] &- 0x30 < 10 { return nil }
    }

    private static func character(_ byte: UInt8, _ place: Int) -> UInt8? {
        if byte &- 0x30 < 10 { return byte }
        return place == 7 && byte | 0x20 == UInt8(ascii: "x") ? UInt8(ascii: "X") : nil
    }

    /// Where the number starts: behind blanks, `ISSN`, brackets and a colon.
    private static func skipWord(_ value: ByteView) -> Int {
        var index = 0
        while index < value.count {
            let byte = value[index]
            let belongs =
                byte == 0x20 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
                || byte == UInt8(ascii: ":")
                || byte | 0x20 == UInt8(ascii: "i") || byte | 0x20 == UInt8(ascii: "s")
                || byte | 0x20 == UInt8(ascii: "n")
            guard belongs else { return index }
            index += 1
        }
        return index
    }

    /// Whether both are the same number.
    public func isSame(as other: ISSN) -> Bool {
        for index in 0..<8 where digits[index] != other.digits[index] { return false }
        return true
    }

    /// Whether the check digit agrees.
    public var isValid: Bool { digits[7] == expectedCheckDigit }

    /// (11 − Σ (8 − i)·d mod 11) mod 11 over the first seven digits, X for 10.
    public var expectedCheckDigit: UInt8 {
        var sum = 0
        for index in 0..<7 { sum += (8 - index) * Int(digits[index] &- 0x30) }
        let digit = (11 - sum % 11) % 11
        return digit == 10 ? UInt8(ascii: "X") : UInt8(truncatingIfNeeded: 0x30 + digit)
    }

    /// As printed, `1234-5679`.
    public var text: String {
        let characters = digits.indices.map { digits[$0] }
        return String(decoding: characters.prefix(4) + [UInt8(ascii: "-")] + characters.suffix(4), as: UTF8.self)
    }
}
