/// Strict validation of UTF-8 and, where it fails, what to put in place of the bytes.
///
/// Source: The Unicode Standard, chapter 3, D92 and table 3-7 "Well-Formed UTF-8 Byte Sequences".
public enum UTF8Check {
    /// The offset of the first byte that no well-formed sequence starts with or goes on with, or nil where all is well.
    ///
    /// The offset is that of the ill-formed sequence's first byte: `illFormedLength` says how many bytes belong to it.
    /// Overlong forms, surrogates and what lies beyond U+10FFFF are ill-formed.
    public static func firstInvalid(in bytes: ByteView) -> Int? {
        firstInvalid(in: bytes, from: 0)
    }

    /// The same from a sequence boundary inside the bytes on; the offset counts from the first byte of `bytes`.
    public static func firstInvalid(in bytes: ByteView, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index = asciiEnd(in: bytes, from: index)
                continue
            }
            let sequence = sequence(at: index, in: bytes)
            guard sequence.isWellFormed else { return index }
            index &+= sequence.length
        }
        return nil
    }

    /// Whether no byte has its top bit set.
    public static func isASCII(_ bytes: ByteView) -> Bool {
        asciiEnd(in: bytes, from: 0) == bytes.count
    }

    /// How many bytes at `offset` one U+FFFD replaces: the longest start of a well-formed sequence that stands there,
    /// else one byte. At a well-formed sequence it is that sequence's length, at the end 0.
    ///
    /// Source: The Unicode Standard, chapter 3, "U+FFFD Substitution of Maximal Subparts".
    public static func illFormedLength(at offset: Int, in bytes: ByteView) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        return sequence(at: offset, in: bytes).length
    }

    /// The offset of the first byte at or after `start` with its top bit set, or the number of bytes.
    static func asciiEnd(in bytes: ByteView, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let found = bytes.paddedWord(at: index) & topBits
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        return bytes.count
    }

    private static let topBits: UInt64 = 0x8080_8080_8080_8080

    /// The well-formed sequence at `offset`, or the maximal subpart of one.
    private static func sequence(
        at offset: Int, in bytes: ByteView
    ) -> (length: Int, isWellFormed: Bool) {
        let first = bytes[offset]
        let needed = sequenceLength(first)
        guard needed > 1 else { return (1, needed == 1) }
        let second = offset &+ 1
        guard second < bytes.count, secondBytes(after: first).contains(bytes[second]) else { return (1, false) }
        var length = 2
        while length < needed {
            guard offset &+ length < bytes.count, bytes[offset &+ length] & 0xC0 == 0x80 else { return (length, false) }
            length &+= 1
        }
        return (length, true)
    }

    /// Bytes in the sequence that `first` begins; 0 where it begins none.
    private static func sequenceLength(_ first: UInt8) -> Int {
        switch first {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// Table 3-7's second column: narrower after E0 and F0 (overlong), ED (surrogates) and F4 (beyond U+10FFFF).
    private static func secondBytes(after first: UInt8) -> ClosedRange<UInt8> {
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
