/// A place in JSON that may be damaged, moving forward. Every step moves at least a byte or says that it cannot.
///
/// Source: RFC 8259.
struct JSONCursor {
    let bytes: ByteView
    var index: Int

    init(_ bytes: ByteView, at index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The byte at hand after white space; nil at the end.
    mutating func peek() -> UInt8? {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        return index < bytes.count ? bytes[index] : nil
    }

    /// Steps over `byte` where it is the next after white space.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        index += 1
        return true
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    // MARK: Strings

    /// Reads the string whose opening quotation mark is at hand and appends its text to `output`.
    ///
    /// - Returns: false where it is not closed, or holds an escape or a control character that no string may hold; its
    ///   text is appended all the same.
    mutating func string(into output: inout [UInt8]) -> Bool {
        var isSound = true
        index += 1
        while index < bytes.count {
            let start = index
            while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
            if index > start { output.append(contentsOf: bytes[start..<index]) }
            guard index < bytes.count else { break }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return isSound
            case UInt8(ascii: "\\"):
                if !escape(into: &output) { isSound = false }
            default:
                isSound = false
                output.append(bytes[index])
                index += 1
            }
        }
        return false
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Steps over the string whose opening quotation mark is at hand; false where it is not closed.
    mutating func skipString() -> Bool {
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return true }
        }
        index = min(index, bytes.count)
        return false
    }

    private mutating func escape(into output: inout [UInt8]) -> Bool {
        guard index + 1 < bytes.count else {
            index = bytes.count
            return false
        }
        let byte = bytes[index + 1]
        if byte == UInt8(ascii: "u") { return unicodeEscape(into: &output) }
        index += 2
        switch byte {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
        default:
            output.append(byte)
            return false
        }
        return true
    }

    /// `\u` and four digits, or two of them for a character beyond U+FFFF. Half a pair becomes U+FFFD.
    private mutating func unicodeEscape(into output: inout [UInt8]) -> Bool {
        guard let first = unit(at: index) else {
            output.append(UInt8(ascii: "u"))
            index += 2
            return false
        }
        index += 6
        var value = first
        if first & 0xFC00 == 0xD800, let second = unit(at: index), second & 0xFC00 == 0xDC00 {
            index += 6
            value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
        }
        let scalar = Unicode.Scalar(value)
        output.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
        return scalar != nil
    }

    /// The UTF-16 unit that `\uXXXX` at `start` writes.
    private func unit(at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for digit in bytes[(start + 2)..<(start + 6)] {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }

    // MARK: Values

    /// The number or word at hand: up to what ends it.
    mutating func word() -> ByteView {
        let start = index
        while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        return bytes.slice(start, index - start)
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "{"), UInt8(ascii: "["):
            true
        default: isSpace(byte)
        }
    }

    /// Steps over the value at hand, whatever it holds; false where it is not closed within the bytes.
    mutating func skipValue() -> Bool {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                if !skipString() { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return true }
                depth -= 1
                index += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return true }
                index += 1
                continue
            default: _ = word()
            }
            if depth == 0 { return true }
        }
        return false
    }
}
