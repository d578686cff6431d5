/// A set of ASCII characters in 128 bits: indicator values, subfield codes, one-character codes.
public struct ASCIISet: Sendable, Hashable {
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    @inlinable public init() {}

    public init(_ characters: some Sequence<UInt8>) {
        for character in characters { insert(character) }
    }

    /// Every ASCII character.
    static let all = ASCIISet(0...127)

    /// Bytes above 127 are never members.
    @inlinable @inline(__always) public func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && (word &>> UInt64(byte)) & 1 == 1
    }

    @inlinable public var isEmpty: Bool { low | high == 0 }
    @inlinable public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    /// How many members are smaller than `byte`.
    @usableFromInline func rank(of byte: UInt8) -> Int {
        let below: UInt64 = (1 &<< UInt64(byte)) &- 1
        return byte < 64 ? (low & below).nonzeroBitCount : low.nonzeroBitCount + (high & below).nonzeroBitCount
    }

    /// Adds a member; bytes above 127 change nothing.
    @inlinable @inline(__always) public mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 &<< UInt64(byte) } else if byte < 128 { high |= 1 &<< UInt64(byte) }
    }

    @inlinable public func isSubset(of other: ASCIISet) -> Bool { low & ~other.low | high & ~other.high == 0 }
    @inlinable public func isDisjoint(with other: ASCIISet) -> Bool { low & other.low | high & other.high == 0 }

    /// The members of either.
    @inlinable public func union(_ other: ASCIISet) -> ASCIISet {
        var all = self
        all.low |= other.low
        all.high |= other.high
        return all
    }

    /// The members that are not in `other`.
    @inlinable public func subtracting(_ other: ASCIISet) -> ASCIISet {
        var rest = self
        rest.low &= ~other.low
        rest.high &= ~other.high
        return rest
    }

    /// The members in ascending order.
    public var characters: [UInt8] { (0...127).filter(contains) }

    /// The members as one text, as in ` 0127`.
    public var text: String { String(decoding: characters, as: UTF8.self) }
}

extension ASCIISet: ExpressibleByStringLiteral {
    /// The characters of a literal, as in `"axz"`.
    @inlinable @inline(__always) public init(stringLiteral value: StaticString) {
        self.init()
        for index in 0..<value.utf8CodeUnitCount { insert(value.utf8Start[index]) }
    }
}
