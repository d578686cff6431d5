/// A numeric character reference, by which MARC-8 text holds a character that MARC-8 does not have: `&#x1EA1;`.
///
/// Source: MARC 21 Specifications, "Unicode Encoding Environment", "Lossless conversion".
enum NumericReference {
    /// The character and the length in bytes.
    case character(UInt32, length: Int)
    /// Meant as a reference, but decimal, without its semicolon, or of no character.
    case malformed(length: Int)

    /// The reference that `bytes` start with, nil where they start with none.
    init?(_ bytes: Slice<ByteView>) {
        guard bytes.starts(with: "&#".utf8) else { return nil }
        var rest = bytes.dropFirst(2)
        let isHexadecimal = rest.first == UInt8(ascii: "x") || rest.first == UInt8(ascii: "X")
        if isHexadecimal { rest = rest.dropFirst() }
        let digits = rest.prefix(7).prefix { Self.digit($0, isHexadecimal ? 16 : 10) != nil }
        guard !digits.isEmpty else { return nil }
        let length = digits.endIndex &- bytes.startIndex
        let value = digits.reduce(0) { $0 << 4 | (Self.digit($1, 16) ?? 0) }
        let isClosed = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: ";")
        if isHexadecimal, digits.count <= 6, isClosed, Self.isText(value) {
            self = .character(value, length: length &+ 1)
        } else {
            self = .malformed(length: isClosed ? length &+ 1 : length)
        }
    }

    private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
        let value: UInt32
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt32(byte &- UInt8(ascii: "A")) &+ 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt32(byte &- UInt8(ascii: "a")) &+ 10
        default: return nil
        }
        return value < radix ? value : nil
    }

    /// A scalar value that is neither a control character nor a noncharacter.
    private static func isText(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x1F, 0x7F...0x97, 0x99...0x9B, 0x9D...0x9F, 0xD800...0xDFFF, 0xFDD0...0xFDEF: false
        default: value <= 0x10FFFF && value & 0xFFFE != 0xFFFE
        }
    }
}
