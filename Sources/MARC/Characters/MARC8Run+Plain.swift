extension MARC8Run {
    /// The offset of the first byte at or after `start` that is not itself in UTF-8 while ASCII is in G0: an escape, a
    /// byte of G1 or the `&#` of a numeric character reference. The number of bytes where there is none.
    static func plainEnd(in bytes: ByteView, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let found = stops(in: bytes.paddedWord(at: index))
            index &+= found.trailingZeroBitCount / 8
            guard found != 0 else { continue }
            if isStop(bytes, index) { return index }
            index &+= 1
        }
        return bytes.count
    }

    private static func isStop(_ bytes: ByteView, _ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "&") else { return true }
        return index &+ 1 < bytes.count && bytes[index &+ 1] == UInt8(ascii: "#")
    }

    /// The top bit of the first of eight bytes that is an escape, an ampersand or not ASCII; bytes after that one may
    /// be marked wrongly.
    private static func stops(in word: UInt64) -> UInt64 {
        (word | zeros(in: word ^ 0x1B1B_1B1B_1B1B_1B1B) | zeros(in: word ^ 0x2626_2626_2626_2626)) & topBits
    }

    private static func zeros(in word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    private static let topBits: UInt64 = 0x8080_8080_8080_8080
}
