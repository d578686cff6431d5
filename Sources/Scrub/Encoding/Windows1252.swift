internal import MARC

/// Windows-1252 to UTF-8: ISO 8859-1 with characters at 80–9F hex.
///
/// Source: WHATWG Encoding, index windows-1252; the five unused bytes become U+FFFD.
enum Windows1252 {
    /// Appends the text of `bytes`.
    ///
    /// - Returns: how many bytes stand for no character.
    @discardableResult
    static func append(_ bytes: ByteView, to output: inout [UInt8]) -> Int {
        var unknown = 0
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
                continue
            }
            let scalar = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
            if scalar == 0xFFFD { unknown += 1 }
            UTF8Text.append(scalar, to: &output)
        }
        return unknown
    }

    /// The byte that stands for a character; nil for one that neither Windows-1252 nor ISO 8859-1 has.
    static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(truncatingIfNeeded: scalar) }
        return high.firstIndex(of: scalar).flatMap { scalar == 0xFFFD ? nil : UInt8($0 + 0x80) }
    }

    /// 80 to 9F hex.
    private static let high: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

/// Characters as UTF-8.
enum UTF8Text {
    /// U+FFFD.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Appends a character of the Basic Multilingual Plane.
    static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F }
        if scalar < 0x80 {
            output.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            output.append(tail(0))
        } else {
            output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            output.append(tail(6))
            output.append(tail(0))
        }
    }
}
