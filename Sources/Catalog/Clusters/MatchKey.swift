public import Update

/// A key under which records match: where two bear the same one, a match point agrees with all its validation points.
///
/// 16 bytes: the number of the match point, from 1, then 120 bits of the hash of the values. Keys sort by match point.
public struct MatchKey: Sendable, Hashable, Comparable {
    public var high: UInt64
    public var low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Parameters:
    ///   - point: the number of the match point, from 1 to 255.
    ///   - hash: that of the values that must agree.
    public init(point: Int, hash: Hash128) {
        high = UInt64(UInt8(clamping: point)) << 56 | hash.high >> 8
        low = hash.low
    }

    /// The number of the match point, from 1.
    public var point: Int { Int(high >> 56) }

    public static func < (left: MatchKey, right: MatchKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    /// 32 hexadecimal digits, as the review list names the key.
    public var text: String { Hash128(low: low, high: high).hexadecimal }

    /// Reads what ``text`` writes; nil where it is none.
    init?(text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
