/// Cuts a file of ISO 2709 into pieces that cover each of its bytes exactly once, one bad record never costing its
/// neighbour.
///
/// Where a record ends is found by, in this order: the record length, when a record terminator stands there, what
/// follows looks like the next record, filler or the end, and the last directory entry agrees; the next record
/// terminator; the shape of the next leader, when the terminator between two records is missing. The pieces depend on
/// the bytes alone, not on how they are cut into windows.
///
/// Source: ISO 2709:2008, 4; MARC 21 Record Structure.
public struct ISO2709Framer: Sendable {
    /// The longest piece and the longest window that is needed, in bytes. A longer stretch without a record terminator
    /// becomes several unreadable pieces.
    public static let longestPiece = FieldEntry.longest

    /// Bytes at the start of the window in which no record terminator stands, as far as was looked.
    private var withoutTerminator = 0
    /// Bytes at the start of the window, after the first, at which no record starts, as far as was looked.
    private var withoutLeader = 1

    public init() {}

    /// What stands at the start of `window`.
    ///
    /// - Parameters:
    ///   - window: the bytes of the file from the first that no piece has covered; more of them after `.needsMore`.
    ///   - isLast: the file ends with the window.
    @inline(__always) public mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        if let length = Self.believedLength(window, isLast: isLast), Self.lastEntryAgrees(window, length: length) {
            if withoutTerminator > 0 { forget(length) }
            return .piece(.record, length: length)
        }
        return search(window, isLast: isLast)
    }

    /// The record length, where the record ends as it says and another one, filler or the end of the file follows.
    @inline(__always) private static func believedLength(_ window: ByteView, isLast: Bool) -> Int? {
        guard let length = decimal(window, at: 0, count: 5), length >= 26,
            length < window.count || (isLast && length == window.count),
            window[length &- 1] == Delimiter.recordTerminator, window[length &- 2] == Delimiter.fieldTerminator
        else { return nil }
        guard length < window.count else { return length }
        return window[length] &- 0x30 < 10 || Filler.contains(window[length]) ? length : nil
    }

    /// Whether the last directory entry ends where the record does, so that no other record can be within `length`.
    @inline(__always) private static func lastEntryAgrees(_ window: ByteView, length: Int) -> Bool {
        guard let base = decimal(window, at: 12, count: 5), base > 25, base < length, let bytes = window.baseAddress,
            let entry = DirectoryEntry(bytes + (base &- 1 &- DirectoryEntry.size))
        else { return false }
        return window[base &- 1] == Delimiter.fieldTerminator && base &+ entry.start &+ entry.length &+ 1 == length
    }
}

// MARK: - Where the record length does not help

extension ISO2709Framer {
    /// From this many bytes on it is certain whether a record starts at the first of them.
    private static let leaderHorizon = 100_024

    @inline(never) private mutating func search(_ window: ByteView, isLast: Bool) -> Framing {
        guard let first = window.first else { return isLast ? .end : .needsMore }
        let filler = Filler.mayStart(first) ? Filler.framing(window, isLast: isLast) : nil
        let framing = filler ?? cut(window, isLast: isLast)
        if case .piece(_, let length) = framing { forget(length) }
        return framing
    }

    /// What was found out about the window holds for the rest of it.
    private mutating func forget(_ length: Int) {
        withoutTerminator = max(0, withoutTerminator - length)
        withoutLeader = 1
    }

    /// The piece up to the next record terminator or leader, whichever comes first.
    private mutating func cut(_ window: ByteView, isLast: Bool) -> Framing {
        let whole = ByteView(rebasing: window.prefix(Self.longestPiece))
        let isWhole = isLast || whole.count == Self.longestPiece
        // A length that may yet be right decides before any terminator within it.
        if !isWhole, let length = decimal(whole, at: 0, count: 5), whole.count <= length { return .needsMore }
        let terminator = find(Delimiter.recordTerminator, in: whole, from: withoutTerminator)
        withoutTerminator = terminator ?? whole.count
        if let terminator { return Self.terminated(whole, at: terminator, isLast: isLast) }
        return unterminated(whole, isEnd: isLast && whole.count == window.count, isWhole: isWhole)
    }

    /// The piece up to the next leader where no record terminator stands in all of `window`.
    ///
    /// - Parameters:
    ///   - isEnd: the file ends with `window`.
    ///   - isWhole: no longer window will come.
    private mutating func unterminated(_ window: ByteView, isEnd: Bool, isWhole: Bool) -> Framing {
        let horizon = isEnd ? window.count : window.count - Self.leaderHorizon
        if let leader = LeaderShape.find(in: window, from: withoutLeader, to: horizon) {
            return .piece(Self.kind(window.slice(0, leader)), length: leader)
        }
        withoutLeader = max(withoutLeader, horizon)
        guard isWhole else { return .needsMore }
        return .piece(isEnd ? Self.kind(window) : .unreadable, length: horizon)
    }

    private static func terminated(_ window: ByteView, at terminator: Int, isLast: Bool) -> Framing {
        let stretch = window.slice(0, terminator &+ 1)
        if let leader = LeaderShape.find(in: stretch, from: 1, to: terminator) {
            return .piece(kind(stretch.slice(0, leader)), length: leader)
        }
        // A record terminator among the data: the length goes beyond it and no other record starts on the way.
        if let length = believedLength(window, isLast: isLast), length > terminator &+ 1,
            LeaderShape.isLeader(window.slice(0, length), at: 0),
            LeaderShape.find(in: window.slice(0, length), from: terminator &+ 1, to: length) == nil
        {
            return .piece(.record, length: length)
        }
        return .piece(kind(stretch), length: terminator &+ 1)
    }

    /// Whether the decoder can make a record of `stretch`: it starts with a leader or has a directory's end.
    private static func kind(_ stretch: ByteView) -> Piece {
        guard stretch.count >= Leader.length else { return .unreadable }
        if LeaderShape.hasEntryMap(stretch, at: 0) || LeaderShape.isLeader(stretch, at: 0) { return .record }
        guard let end = find(Delimiter.fieldTerminator, in: stretch, from: Leader.length - 4) else {
            return .unreadable
        }
        let startsWithLength = decimal(stretch, at: 0, count: 5) != nil
        return startsWithLength || LeaderShape.isEntry(stretch, at: end &- DirectoryEntry.size) ? .record : .unreadable
    }
}
