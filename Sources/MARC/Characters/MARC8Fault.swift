/// One thing that was wrong with a MARC-8 value as it was decoded.
public struct MARC8Fault: Sendable, Equatable {
    /// What can be wrong, and what the decoder then does.
    public enum Kind: String, Sendable, CaseIterable {
        /// An escape character that starts no escape sequence of MARC-8: U+FFFD for it, and what follows it is text.
        case escapeUnknown
        /// An escape sequence with wrong intermediate characters whose meaning is clear: obeyed.
        case escapeIrregular
        /// A byte, or an EACC code, that the set in force does not have: U+FFFD.
        case codeNotInSet
        /// One or two bytes of a three-byte EACC code, then something else: U+FFFD for them.
        case eaccCodeCut
        /// Marks at the end of the value or before a control character: kept, over a blank.
        case markWithoutBase
        /// One half of a mark over two letters without the other: the first stands for the whole, the second for
        /// nothing.
        case doubleMarkIncomplete
        /// `&#` with digits that is not `&#x`, one to six hexadecimal digits of a character, `;`: kept as it is.
        case referenceMalformed
    }

    public let kind: Kind
    /// Bytes from the first byte of the value.
    public let offset: Int
    /// How many bytes of the value are concerned.
    public let count: Int
    private let packed: UInt64

    init(_ kind: Kind, at offset: Int, count: Int, in value: ByteView) {
        self.kind = kind
        self.offset = offset
        self.count = count
        packed = value[offset..<(offset &+ Swift.min(count, 8))].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The bytes concerned, at most the first eight.
    public var bytes: [UInt8] {
        (0..<Swift.min(count, 8)).map { UInt8(truncatingIfNeeded: packed >> UInt64(8 * $0)) }
    }
}
