internal import MARC

/// Neighbouring records of ISO 2709 that are the chunks of one over-long record.
extension FileCursor {
    /// How many bytes from the window's start are one record: those of the record there, and of those behind it with
    /// the same identity where all of them together are too long for one.
    ///
    /// - Parameter first: the bytes of the record at the window's start.
    mutating func lengthOfChunks(first: Int) throws -> Int {
        let identity = ISO2709Chunks.identity(of: window.bytes.slice(0, first))
        guard !identity.isEmpty else { return first }
        var ahead = framer
        var (total, end) = (first, first)
        while end < PieceFramer.longestPiece {
            let rest = window.bytes.slice(end, window.bytes.count - end)
            switch ahead.next(in: rest, isLast: window.isLast) {
            case .needsMore where mayGrow: try window.extend()
            case .piece(.filler, let length): end += length
            case .piece(.record, let length)
            where ISO2709Chunks.identity(of: rest.slice(0, length)) == identity
                && end + length < PieceFramer.longestPiece:
                end += length
                total = end
                framer = ahead
            default: return settle(first, total)
            }
        }
        return settle(first, total)
    }

    /// Records that are together no longer than one may be are no chunks.
    private mutating func settle(_ first: Int, _ total: Int) -> Int {
        if total > ISO2709Chunks.longestRecord { return total }
        framer = PieceFramer(framer.format)
        return first
    }
}
