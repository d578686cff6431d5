/// Cuts a file of MARCMaker's mnemonic form (`.mrk`) into records.
///
/// A record starts at a line with the leader (`=LDR`, or `=000`), or after a blank line at `=001`. Blank lines between
/// records are filler; text before the first field is unreadable.
///
/// Source: Library of Congress, "MARCMaker and MARCBreaker User's Manual", 2004; the form is that of MarcEdit.
public struct MARCMakerFramer: Sendable {
    /// The longest record, in bytes.
    public static let longestRecord = FieldEntry.longest
    /// Bytes of a line that must be at hand to know what it is.
    private static let lineHead = 6

    /// How far the record at the window's start has been searched for its end.
    private var searched = 0
    private var hasBlankBefore = false

    public init() {}

    /// What stands at the start of `window`.
    ///
    /// - Parameter isLast: the input ends where `window` does.
    public mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        guard let first = window.first else { return isLast ? .end : .needsMore }
        if first == 0xEF, window.starts(with: "\u{FEFF}") { return .piece(.filler, length: 3) }
        if Self.isSpace(first) { return .piece(.filler, length: window.prefix(while: Self.isSpace).count) }
        if first == UInt8(ascii: "=") { return record(in: window, isLast: isLast) }
        return text(in: window, isLast: isLast)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x1A }

    /// What stands before a field where none belongs, up to the next line that is one.
    private func text(in window: ByteView, isLast: Bool) -> Framing {
        guard let end = find(0x0A, in: window, from: 0) else {
            let isTooLong = window.count >= Self.longestRecord
            return isLast || isTooLong ? .piece(.unreadable, length: min(window.count, Self.longestRecord)) : .needsMore
        }
        return .piece(.unreadable, length: end + 1)
    }

    private mutating func record(in window: ByteView, isLast: Bool) -> Framing {
        if searched == 0 { hasBlankBefore = false }
        var index = searched
        while let end = find(0x0A, in: window, from: index) {
            let line = end + 1
            if window.count - line < Self.lineHead, !isLast { return wait(index, window) }
            if line >= window.count { break }
            let next = window.slice(line, window.count - line)
            if startsRecord(next) { return finish(line) }
            hasBlankBefore = next[0] == 0x0A || next[0] == 0x0D || (hasBlankBefore && next[0] == 0x20)
            index = line
        }
        if window.count >= Self.longestRecord { return finish(Self.longestRecord, as: .unreadable) }
        return isLast ? finish(window.count) : wait(index, window)
    }

    private func startsRecord(_ line: ByteView) -> Bool {
        guard line[0] == UInt8(ascii: "=") else { return false }
        return MARCMakerLine.isLeader(line) || (hasBlankBefore && line.starts(with: "=001"))
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

    /// Whether a file that starts with `head` is of this form: its first line that is not blank is a field.
    public static func fits(_ head: ByteView) -> Bool {
        var lines = TextLines(head)
        while let (_, line) = lines.next() {
            if TextLines.isBlank(line) { continue }
            return MARCMakerLine.isField(line)
        }
        return false
    }
}

/// What a line of the mnemonic form is.
enum MARCMakerLine {
    /// `=245  …`: an equals sign, a tag and two blanks, of which a program may have lost one.
    static func isField(_ line: ByteView) -> Bool {
        guard line.count >= 4, line[0] == UInt8(ascii: "="), Tag(line[1], line[2], line[3]).isWellFormed else {
            return false
        }
        return line.count == 4 || line[4] == 0x20 || line[4] == 0x09
    }

    static func isLeader(_ line: ByteView) -> Bool {
        let tag = line.slice(0, 4)
        return tag.equals("=LDR") || tag.equals("=ldr") || tag.equals("=000")
    }
}
