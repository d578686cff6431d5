/// By what a leader is known in a stretch of bytes.
///
/// Source: MARC 21 Record Structure, "Leader"; positions as in ``Leader``.
enum LeaderShape {
    /// Whether positions 10–11 and 20–23 of a leader at `start` are `22` and `4500`.
    @inline(__always) static func hasEntryMap(_ bytes: ByteView, at start: Int) -> Bool {
        guard let base = bytes.baseAddress, start >= 0, bytes.count &- start >= Leader.length else { return false }
        let raw = UnsafeRawPointer(base + start)
        return raw.loadUnaligned(fromByteOffset: 10, as: UInt16.self) == 0x3232
            && UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 20, as: UInt32.self)) == 0x3435_3030
    }

    /// Whether the first 24 bytes are all between 20 and 7E hex.
    @inline(__always) static func isPrintable(_ bytes: ByteView) -> Bool {
        guard let base = bytes.baseAddress, bytes.count >= Leader.length else { return false }
        let raw = UnsafeRawPointer(base)
        var odd: UInt64 = 0
        for offset in stride(from: 0, to: Leader.length, by: 8) {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // The high bit of a byte stays clear in both sums only between 20 and 7E hex.
            odd |= word | (word &+ 0x0101_0101_0101_0101) | ~(word &+ 0x6060_6060_6060_6060)
        }
        return odd & 0x8080_8080_8080_8080 == 0
    }

    /// Whether a record starts at `start`: numbers where the lengths stand, no digits where status, type and level do, and
    /// either the entry map of MARC 21 or a directory that ends before the base address.
    static func isLeader(_ bytes: ByteView, at start: Int) -> Bool {
        guard bytes.count &- start >= Leader.length, decimal(bytes, at: start, count: 5) != nil,
            let base = decimal(bytes, at: start &+ 12, count: 5),
            bytes[(start + 5)..<(start + 8)].allSatisfy({ $0 &- 0x30 >= 10 })
        else { return false }
        return hasEntryMap(bytes, at: start) || hasDirectory(bytes, at: start, base: base)
    }

    private static func hasDirectory(_ bytes: ByteView, at start: Int, base: Int) -> Bool {
        guard base > 25, start &+ base <= bytes.count, (base &- 25) % DirectoryEntry.size == 0,
            bytes[start &+ base &- 1] == Delimiter.fieldTerminator
        else { return false }
        let entries = stride(from: start &+ Leader.length, to: start &+ base &- 1, by: DirectoryEntry.size)
        return entries.allSatisfy { isEntry(bytes, at: $0) }
    }

    /// Whether three letters or digits and nine digits stand at `offset`.
    static func isEntry(_ bytes: ByteView, at offset: Int) -> Bool {
        entry(bytes, at: offset)?.tag.isWellFormed ?? false
    }

    /// The directory entry at `offset`; nil where its numbers are none or it is not all there.
    static func entry(_ bytes: ByteView, at offset: Int) -> DirectoryEntry? {
        guard let base = bytes.baseAddress, offset >= 0, offset <= bytes.count &- DirectoryEntry.size else {
            return nil
        }
        return DirectoryEntry(base + offset)
    }

    /// The first place from `start` on and before `end` where a record starts.
    static func find(in bytes: ByteView, from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        for place in start..<end where bytes[place] &- 0x30 < 10 && isLeader(bytes, at: place) { return place }
        return nil
    }
}
