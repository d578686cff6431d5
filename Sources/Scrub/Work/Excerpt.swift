/// The part of a long value in which a change shows, before and after, so that 200 characters are enough.
struct Excerpt {
    private(set) var before: [UInt8]
    private(set) var after: [UInt8]?

    /// Bytes shown before the first difference.
    private static let lead = 60
    /// Values up to this length are shown whole.
    private static let whole = 160

    init(before: [UInt8], after: [UInt8]?) {
        self.before = before
        self.after = after
        guard let after, max(before.count, after.count) > Self.whole else { return }
        let same = zip(before, after).prefix { $0 == $1 }.count
        guard same > Self.lead else { return }
        self.before = Self.cut(before, at: same - Self.lead)
        self.after = Self.cut(after, at: same - Self.lead)
    }

    /// What stands from `offset` on, after `…`; a UTF-8 sequence is not cut.
    private static func cut(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
        Array("…".utf8) + bytes[offset...].drop { $0 & 0xC0 == 0x80 }
    }
}
