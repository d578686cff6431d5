/// Cuts a file in Aleph sequential into records: lines that follow one another with the same system number.
///
/// A line of another form belongs to the record before it; what stands before the first record is unreadable.
public struct AlephFramer: Sendable {
    /// The longest record, in bytes.
    public static let longestRecord = FieldEntry.longest

    /// How far the record at the window's start has been searched for its end.
    private var searched = 0

    public init() {}

    /// What stands at the start of `window`.
    ///
    /// - Parameter isLast: the input ends where `window` does.
    public mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        guard let first = window.first else { return isLast ? .end : .needsMore }
        if first == 0xEF, window.starts(with: "\u{FEFF}") { return .piece(.filler, length: 3) }
        if first <= 0x20 { return .piece(.filler, length: window.prefix { $0 <= 0x20 }.count) }
        if window.count < AlephLine.headLength, !isLast { return .needsMore }
        let isRecord = AlephLine.fits(window.slice(0, min(window.count, AlephLine.headLength)))
        return isRecord ? record(in: window, isLast: isLast) : line(in: window, isLast: isLast)
    }

    private func line(in window: ByteView, isLast: Bool) -> Framing {
        let limit = min(window.count, Self.longestRecord)
        if let end = find(0x0A, in: window, from: 0), end < limit { return .piece(.unreadable, length: end + 1) }
        return isLast || window.count >= Self.longestRecord ? .piece(.unreadable, length: limit) : .needsMore
    }

    private mutating func record(in window: ByteView, isLast: Bool) -> Framing {
        let number = window.slice(0, AlephLine.numberLength)
        var index = searched
        while let end = find(0x0A, in: window, from: index) {
            let rest = window.slice(end + 1, window.count - end - 1)
            if rest.count < AlephLine.headLength, !isLast { return wait(index, window) }
            let head = rest.slice(0, min(rest.count, AlephLine.headLength))
            if AlephLine.fits(head), !head.slice(0, AlephLine.numberLength).equals(number) { return finish(end + 1) }
            index = end + 1
        }
        return isLast && window.count < Self.longestRecord ? finish(window.count) : wait(index, window)
    }

    private mutating func finish(_ length: Int, as kind: Piece = .record) -> Framing {
        searched = 0
        return .piece(kind, length: length)
    }

    private mutating func wait(_ index: Int, _ window: ByteView) -> Framing {
        if window.count >= Self.longestRecord { return finish(Self.longestRecord, as: .unreadable) }
        searched = index
        return .needsMore
    }

    /// Whether a file that starts with `head` is of this form: its first line that is not blank is.
    public static func fits(_ head: ByteView) -> Bool {
        var lines = TextLines(head)
        while let (_, line) = lines.next() {
            if TextLines.isBlank(line) { continue }
            return AlephLine.fits(line)
        }
        return false
    }
}
