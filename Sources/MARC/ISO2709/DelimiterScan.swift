internal import CDelimiters

/// The places of 1D, 1E and 1F hex in some bytes, in order: 64 bytes at a time, one bit a byte.
struct DelimiterScan {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    private var block: Int
    private var mask: UInt64

    /// - Parameter base: `count` bytes that stay where they are as long as the scan is used.
    @inline(__always) init(_ base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
        block = 0
        mask = Self.mask(base, count: count)
    }

    /// The place of the next of the three; `count` where none is left.
    @inline(__always) mutating func next() -> Int {
        while mask == 0 {
            block &+= 64
            if block >= count { return count }
            mask = Self.mask(base + block, count: count &- block)
        }
        let place = block &+ mask.trailingZeroBitCount
        mask &= mask &- 1
        return place
    }

    @inline(__always) private static func mask(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        count >= 64 ? delimiters_mask64(bytes) : delimiters_mask_tail(bytes, count)
    }

    /// How many of the three stand in `bytes`.
    static func count(in bytes: ByteView) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var total = 0
        for block in stride(from: 0, to: bytes.count, by: 64) {
            total &+= mask(base + block, count: bytes.count &- block).nonzeroBitCount
        }
        return total
    }
}
