internal import Glibc
internal import MARC

/// Walks through one JSON object whose values are texts and whole numbers, as `JSONObjectWriter` makes them.
///
/// Foundation's decoder takes some 20 µs for such a line; a submission can have a million.
struct FlatJSONCursor {
    enum Value {
        case text(String)
        case number(Int)
    }

    private let bytes: ByteView
    private var position = 0
    private var isFirst = true
    /// True once the closing brace was read and nothing but blanks follows.
    private(set) var isAtEnd = false

    init(_ bytes: ByteView) { self.bytes = bytes }

    /// The opening brace.
    mutating func begin() -> Bool { take(UInt8(ascii: "{")) }

    /// The next key with its colon; nil at the object's end, or where neither stands there.
    mutating func key() -> String? {
        if take(UInt8(ascii: "}")) {
            skipBlanks()
            isAtEnd = position == bytes.count
            return nil
        }
        guard isFirst || take(UInt8(ascii: ",")) else { return nil }
        isFirst = false
        guard let key = text(), take(UInt8(ascii: ":")) else { return nil }
        return key
    }

    /// The value that stands here; nil where it is neither a text nor a whole number.
    mutating func value() -> Value? {
        skipBlanks()
        guard position < bytes.count else { return nil }
        if bytes[position] == UInt8(ascii: "\"") { return text().map { .text($0) } }
        return number().map { .number($0) }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func number() -> Int? {
        let start = position
        while position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] &- 0x30 < 10 {
            position += 1
        }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// A text in quotation marks. Most have nothing escaped and are taken whole.
    private mutating func text() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let rest = bytes.slice(position, bytes.count - position)
        guard let quote = rest.offset(of: UInt8(ascii: "\"")) else { return nil }
        let text = rest.slice(0, quote)
        guard text.offset(of: UInt8(ascii: "\\")) == nil else { return escapedText() }
        position += quote + 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escapedText() -> String? {
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                result.append(contentsOf: String(scalar).utf8)
            default: result.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// `\uXXXX`, or two of them for a scalar above U+FFFF.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let unit = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
        guard bytes.count - position >= 2, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        position += 2
        guard let low = fourDigits(), (0xDC00..<0xE000).contains(low) else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard bytes.count - position >= 4 else { return nil }
        defer { position += 4 }
        let digits = bytes[position..<(position + 4)]
        guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The offset of the first such byte; nil where there is none.
    func offset(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}
