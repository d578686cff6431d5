internal import MARC

/// What a stored leader is like.
enum LeaderForm {
    /// The positions that carry something about the record; the others are lengths, computed by whoever writes it.
    static let content = [5, 6, 7, 8, 9, 10, 11, 17, 18, 19, 20, 21, 22, 23]

    static let constants: [(range: ClosedRange<Int>, value: [UInt8])] = [
        (10...11, Array("22".utf8)), (20...23, Array("4500".utf8)),
    ]

    /// Whether no rule has anything to repair; leader/09 is the encoding's business.
    @inline(__always) static func isStored(_ leader: Leader) -> Bool {
        guard leader[10] == 0x32, leader[11] == 0x32, leader[20] == 0x34, leader[21] == 0x35, leader[22] == 0x30,
            leader[23] == 0x30
        else { return false }
        return isPrintable(leader[5]) && isPrintable(leader[6]) && isPrintable(leader[7]) && isPrintable(leader[8])
            && isPrintable(leader[9]) && isPrintable(leader[17]) && isPrintable(leader[18]) && isPrintable(leader[19])
    }

    @inline(__always) static func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    /// What every stored leader has: lengths of zero, and `a` in 09.
    static func settle(_ leader: inout Leader) {
        for position in 0...4 { leader[position] = 0x30 }
        for position in 12...16 { leader[position] = 0x30 }
        leader[9] = UInt8(ascii: "a")
    }

    /// `09`, `10`, as the format writes positions.
    static func name(_ position: Int) -> String { position < 10 ? "0\(position)" : "\(position)" }

    /// `10`, `20-23`.
    static func name(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? name(range.lowerBound) : "\(name(range.lowerBound))-\(name(range.upperBound))"
    }
}
