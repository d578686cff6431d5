/// Text of XML that may be damaged, piece by piece.
struct XMLText {
    /// A stretch of the text, what it stands for, and what is wrong with it.
    struct Piece {
        var source: Range<Int>
        var meaning: Meaning
        var fault: ReadFault.Kind?
    }

    enum Meaning {
        case asWritten
        case scalar(Unicode.Scalar)
        case byte(UInt8)
    }

    private let bytes: ByteView
    private var index: Int
    private let end: Int
    /// False inside a CDATA section, where `&` is a character like any other.
    private let hasReferences: Bool

    init(_ bytes: ByteView, _ range: Range<Int>, hasReferences: Bool) {
        self.bytes = bytes
        index = range.lowerBound
        end = min(range.upperBound, bytes.count)
        self.hasReferences = hasReferences
    }

    mutating func next() -> Piece? {
        guard index < end else { return nil }
        let start = index
        while index < end, let length = plainLength { index += length }
        if index > start { return Piece(source: start..<index, meaning: .asWritten) }
        let byte = bytes[start]
        if byte == UInt8(ascii: "&") { return reference(at: start) }
        if byte >= 0x80 { return illFormed(from: start) }
        index += 1
        guard byte == 0x0D else {
            return Piece(source: start..<index, meaning: Self.control(byte), fault: .xmlNotWellFormed)
        }
        if index < end, bytes[index] == 0x0A { index += 1 }
        return Piece(source: start..<index, meaning: .byte(0x0A))
    }

    /// The length of the character at `index`, nil where one stands that needs thought.
    private var plainLength: Int? {
        let byte = bytes[index]
        if byte >= 0x80 { return UTF8Sequence.length(bytes, at: index, end: end) }
        if byte >= 0x20 { return byte == UInt8(ascii: "&") && hasReferences ? nil : 1 }
        return byte == 0x09 || byte == 0x0A ? 1 : nil
    }

    private mutating func illFormed(from start: Int) -> Piece {
        while index < end, bytes[index] >= 0x80, UTF8Sequence.length(bytes, at: index, end: end) == nil { index += 1 }
        return Piece(source: start..<index, meaning: .asWritten, fault: .xmlNotWellFormed)
    }

    /// A control character is kept for Scrub to judge, except those that MARC uses as delimiters: a blank.
    private static func control(_ byte: UInt8) -> Meaning {
        (Delimiter.recordTerminator...Delimiter.subfield).contains(byte) ? .byte(0x20) : .byte(byte)
    }

    // MARK: References

    /// The longest reference, in bytes.
    private static let longestReference = 64

    private mutating func reference(at start: Int) -> Piece {
        let limit = min(end, start + Self.longestReference)
        var close = start + 1
        while close < limit, bytes[close] != UInt8(ascii: ";"), !XMLName.ends(at: bytes[close]) { close += 1 }
        guard close < limit, close > start + 1, bytes[close] == UInt8(ascii: ";") else {
            index = start + 1
            return Piece(source: start..<index, meaning: .asWritten, fault: .xmlNotWellFormed)
        }
        index = close + 1
        let name = bytes.slice(start + 1, close - start - 1)
        if name.first == UInt8(ascii: "#") { return Self.number(name, start..<index) }
        guard let scalar = Self.entity(name) else {
            return Piece(source: start..<index, meaning: .asWritten, fault: .xmlEntityRefused)
        }
        return Piece(source: start..<index, meaning: .scalar(scalar))
    }

    /// The five entities that XML has without a declaration. Source: XML 1.0, 4.6.
    private static func entity(_ name: ByteView) -> Unicode.Scalar? {
        if name.equals("amp") { return "&" }
        if name.equals("lt") { return "<" }
        if name.equals("gt") { return ">" }
        if name.equals("quot") { return "\"" }
        return name.equals("apos") ? "'" : nil
    }

    private static func number(_ name: ByteView, _ source: Range<Int>) -> Piece {
        let isHex = name.count > 2 && name[1] == UInt8(ascii: "x")
        let digits = name.dropFirst(isHex ? 2 : 1)
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
        guard let value, let scalar = Unicode.Scalar(value), digits.first != UInt8(ascii: "+"),
            value & 0xFFFE != 0xFFFE || value > 0xFFFF
        else { return Piece(source: source, meaning: .asWritten, fault: .xmlNotWellFormed) }
        if value < 0x20, value != 0x09, value != 0x0A, value != 0x0D {
            return Piece(source: source, meaning: control(UInt8(value)), fault: .xmlNotWellFormed)
        }
        return Piece(source: source, meaning: .scalar(scalar))
    }
}

/// Sequences of UTF-8 that XML allows.
enum UTF8Sequence {
    /// The length of the sequence at `index`, where a byte of 80 hex or more stands; nil where it is ill-formed, cut by
    /// `end`, or U+FFFE or U+FFFF.
    ///
    /// Source: The Unicode Standard, table 3-7.
    static func length(_ bytes: ByteView, at index: Int, end: Int) -> Int? {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, end - index >= length else { return nil }
        let second = bytes[index + 1]
        let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return nil }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        if first == 0xEF, second == 0xBF, bytes[index + 2] >= 0xBE { return nil }
        return length
    }
}
