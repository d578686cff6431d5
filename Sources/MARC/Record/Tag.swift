/// A field's tag: three bytes, held as one number so that comparing and sorting are one instruction.
///
/// `"245"` is `0x00323435`: the first character in the highest of the three bytes. A tag read from a damaged file may
/// hold any bytes; ``isWellFormed`` says whether it is three ASCII letters or digits.
///
/// Source: MARC 21 Record Structure, "Directory".
public struct Tag: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    /// The three bytes, the first in bits 16–23.
    public let rawValue: UInt32

    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue & 0x00FF_FFFF }

    @inlinable public init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        rawValue = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    /// A tag written in the program; shorter literals are padded with blanks, longer ones cut.
    @inlinable @inline(__always) public init(stringLiteral value: StaticString) {
        func byte(_ index: Int) -> UInt8 { index < value.utf8CodeUnitCount ? value.utf8Start[index] : 0x20 }
        self.init(byte(0), byte(1), byte(2))
    }

    /// The first three bytes of `text`; nil unless it has exactly three.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 3 else { return nil }
        self.init(bytes[0], bytes[1], bytes[2])
    }

    @inlinable public var first: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 16) }
    @inlinable public var second: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 8) }
    @inlinable public var third: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

    /// 001–009: a field without indicators and subfields. 000 counts too, which no format defines.
    @inlinable public var isControl: Bool { rawValue & 0x00FF_FF00 == 0x0030_3000 }

    /// Three ASCII digits or letters.
    public var isWellFormed: Bool {
        func fits(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return fits(first) && fits(second) && fits(third)
    }

    /// Three ASCII digits.
    @inlinable public var isNumeric: Bool {
        func digit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
        return digit(first) && digit(second) && digit(third)
    }

    @inlinable public static func < (left: Tag, right: Tag) -> Bool { left.rawValue < right.rawValue }
}

extension Tag: CustomStringConvertible {
    /// The tag as people read it; bytes that are not printable ASCII as `\xNN`.
    public var description: String { Bytes.display([first, second, third]) }
}

/// Tags with wildcards, as in `6XX` or `9XX`: `X` stands for any character.
public struct TagPattern: Hashable, Sendable, ExpressibleByStringLiteral {
    @usableFromInline let value: UInt32
    @usableFromInline let mask: UInt32

    @inlinable public func matches(_ tag: Tag) -> Bool { tag.rawValue & mask == value }

    /// A pattern written in the program; shorter literals are padded with blanks, longer ones cut.
    @inlinable public init(stringLiteral value: StaticString) { self.init(Tag(stringLiteral: value)) }

    /// A pattern from a profile, `59X` or `856`; nil unless it has three characters.
    public init?(_ text: some StringProtocol) {
        guard let tag = Tag(text) else { return nil }
        self.init(tag)
    }

    /// The pattern that `tag` spells.
    @inlinable public init(_ tag: Tag) {
        func bits(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "X") ? 0 : 0xFF }
        mask = Tag(bits(tag.first), bits(tag.second), bits(tag.third)).rawValue
        value = tag.rawValue & mask
    }
}

extension TagPattern: CustomStringConvertible {
    /// The pattern as it is written, `6XX`.
    public var description: String {
        let bytes = [16, 8, 0].map { shift -> UInt8 in
            mask >> UInt32(shift) & 0xFF == 0 ? UInt8(ascii: "X") : UInt8(truncatingIfNeeded: value >> UInt32(shift))
        }
        return Bytes.display(bytes)
    }
}
