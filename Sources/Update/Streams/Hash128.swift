internal import CXXHash

/// 128 bits that stand for some bytes: 16 bytes, the same in memory and in a spool. Not cryptographic.
public struct Hash128: Sendable, Hashable {
    public var low: UInt64
    public var high: UInt64

    public init(low: UInt64 = 0, high: UInt64 = 0) {
        self.low = low
        self.high = high
    }

    /// XXH3's 128-bit hash of `bytes`.
    public init(of bytes: UnsafeRawBufferPointer) {
        let hash = holdfast_xxh3_128(bytes.baseAddress, bytes.count)
        self.init(low: hash.low, high: hash.high)
    }

    /// 32 lower-case hexadecimal digits, the high half first.
    public var hexadecimal: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// XXH3's 64-bit hash of `bytes` with `more` behind them.
    static func hash64(of bytes: UnsafeRawBufferPointer, _ more: UnsafeRawBufferPointer) -> UInt64 {
        holdfast_xxh3_64_of_two(bytes.baseAddress, bytes.count, more.baseAddress, more.count)
    }

    /// XXH3's 64-bit hash of `bytes`.
    public static func hash64(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        holdfast_xxh3_64(bytes.baseAddress, bytes.count)
    }
}
