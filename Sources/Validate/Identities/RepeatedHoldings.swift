internal import MARC
internal import Update

/// Holdings that bear one number although they are not the same: their number is that of their record, or of nothing in
/// particular, and each is told from the others by its content.
///
/// 16 bytes for each such holdings record, none for the others.
struct RepeatedHoldings: Sendable {
    private struct Member: Sendable {
        /// Of number and content together.
        let hash: UInt64
        let ordinal: UInt32
    }

    private var members: [Member] = []
    /// Pairs of holdings with one number, the hash of that number beside them.
    private var pairs: [(pair: ValidateBooks.Pair, number: UInt64)] = []

    /// Notes that `later` has the number of `earlier`, which `number` is the hash of.
    mutating func note(_ pair: ValidateBooks.Pair, number: UInt64) { pairs.append((pair, number)) }

    /// Looks at the content of what was noted.
    ///
    /// - Returns: the pairs of which the earlier is to be set aside, because both say the same or one is a delete; and the
    ///   ordinals, ascending, of the records that are numbered by content.
    mutating func settle(_ glimpses: inout SpoolGlimpses) throws -> (pairs: [ValidateBooks.Pair], byContent: [UInt32]) {
        var setAside: [ValidateBooks.Pair] = []
        for (pair, number) in pairs {
            let (earlier, later) = (try glimpses.glimpse(of: pair.earlier), try glimpses.glimpse(of: pair.later))
            let couple = SetAsidePair(earlier: earlier, later: later)
            if couple.hasOneIntent, !couple.saysTheSame {
                members.append(Member(hash: Self.hash(number, earlier), ordinal: pair.earlier))
                members.append(Member(hash: Self.hash(number, later), ordinal: pair.later))
            } else {
                setAside.append(pair)
            }
        }
        let gone = Set(setAside.map(\.earlier))
        members.removeAll { gone.contains($0.ordinal) }
        members.sort { ($0.hash, $0.ordinal) < ($1.hash, $1.ordinal) }
        var byContent: [UInt32] = []
        for index in members.indices {
            let (member, next) = (members[index], index + 1 < members.count ? members[index + 1] : nil)
            if let next, next.hash == member.hash {
                // A record stands here once for each pair that it is in.
                if next.ordinal != member.ordinal {
                    setAside.append(.init(earlier: member.ordinal, later: next.ordinal))
                }
            } else {
                byContent.append(member.ordinal)
            }
        }
        return (setAside, byContent.sorted())
    }

    private static func hash(_ number: UInt64, _ glimpse: RecordGlimpse) -> UInt64 {
        (number ^ glimpse.contentHash.low) &* 0x9E37_79B9_7F4A_7C15 ^ glimpse.contentHash.high
    }
}
