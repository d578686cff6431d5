/// Bytes between records that carry nothing: line ends, tabs, blanks, zero bytes, 1A hex, stray terminators, and the mark
/// with which some programs start a UTF-8 file (EF BB BF hex).
enum Filler {
    /// The longest piece of filler; longer runs become several.
    static let longestPiece = 1 << 20

    @inline(__always) static func contains(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (1 << UInt64(byte) as UInt64) & members != 0
    }

    private static let members: UInt64 =
        1 << 0x00 | 1 << 0x09 | 1 << 0x0A | 1 << 0x0D | 1 << 0x1A | 1 << 0x1D | 1 << 0x1E | 1 << 0x20

    static func mayStart(_ byte: UInt8) -> Bool { contains(byte) || byte == 0xEF }

    /// The run of filler at the start of `window`; nil where there is none.
    static func framing(_ window: ByteView, isLast: Bool) -> Framing? {
        let run = length(ByteView(rebasing: window.prefix(longestPiece)))
        if !isLast, run < longestPiece, window.count < run + Leader.length { return .needsMore }
        let length = run - blanksOfLeader(window, after: run)
        return length > 0 ? .piece(.filler, length: length) : nil
    }

    private static func length(_ window: ByteView) -> Int {
        var run = 0
        while run < window.count {
            if contains(window[run]) {
                run += 1
            } else if window.slice(run, 3).starts(with: "\u{FEFF}") {
                run += 3
            } else {
                break
            }
        }
        return run
    }

    /// How many bytes at the end of the run stand where the length of a record should: filler that belongs to a leader.
    private static func blanksOfLeader(_ window: ByteView, after run: Int) -> Int {
        for count in stride(from: min(run, 5), to: 0, by: -1) where LeaderShape.hasEntryMap(window, at: run - count) {
            return count
        }
        return 0
    }
}
