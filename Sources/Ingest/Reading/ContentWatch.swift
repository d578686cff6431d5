internal import MARC

/// Looks at a file's content while it is being copied or unpacked, and says when the rest need not be: it is in no format
/// that is read, or nothing in it was readable for so long that reading will end there as well.
struct ContentWatch {
    private enum State {
        /// Too little was seen yet to know the format.
        case head
        case framing(PieceFramer)
        /// All of it is needed.
        case off
        case stopped
    }

    private var state = State.head
    private var window: [UInt8] = []
    private var start = 0
    private var run = UnreadableRun()

    /// Takes the next bytes.
    ///
    /// - Returns: false where none need follow them; what was taken by then leads a reader to the same end.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        switch state {
        case .off: return true
        case .stopped: return false
        case .head:
            window.append(contentsOf: bytes)
            // One byte more than the head, so that it is not taken for the whole file.
            if window.count > FormatDetection.headLength { decide() }
        case .framing:
            if start > 1 << 20 {
                window.removeSubrange(..<start)
                start = 0
            }
            window.append(contentsOf: bytes)
        }
        frame()
        if case .stopped = state { return false }
        return true
    }

    /// Says that what follows cannot be shown, so that all of it is needed.
    mutating func giveUp() { (state, window) = (.off, []) }

    private mutating func decide() {
        let found: State = window.withUnsafeBufferPointer { bytes in
            let head = bytes.slice(0, FormatDetection.headLength)
            if ArchiveKind(head: head) != nil || !MARCXMLEncoding.detect(head).isUTF8 { return .off }
            return FormatDetection.format(ofHead: head, isWhole: false).map { .framing(PieceFramer($0)) } ?? .stopped
        }
        state = found
        if case .off = state { window = [] }
    }

    private mutating func frame() {
        guard case .framing(var framer) = state else { return }
        while start < window.count {
            let framing = window.withUnsafeBufferPointer {
                framer.next(in: $0.slice(start, $0.count - start), isLast: false)
            }
            switch framing {
            case .piece(.unreadable, let length):
                run.add(length)
                start += length
            case .piece(.record, let length), .piece(.deletion, let length):
                run.end()
                start += length
            case .piece(.filler, let length):
                run.pass(length)
                start += length
            case .needsMore where window.count - start <= PieceFramer.longestPiece:
                state = .framing(framer)
                return
            case .needsMore, .end:
                run.add(window.count - start)
                start = window.count
            }
            if run.isTooMuch {
                (state, window) = (.stopped, [])
                return
            }
        }
        state = .framing(framer)
    }
}

/// Unreadable pieces that follow one another with no record between them.
struct UnreadableRun {
    /// So many pieces, or so many bytes without a record, and the rest of a file is left alone.
    static let mostPieces = 10_000
    static let mostBytes = 256 << 20

    private(set) var pieces = 0
    private(set) var bytes = 0

    mutating func add(_ length: Int) {
        pieces += 1
        bytes += length
    }

    /// What lies between records counts by its bytes alone.
    mutating func pass(_ length: Int) { bytes += length }

    mutating func end() { (pieces, bytes) = (0, 0) }

    var isTooMuch: Bool { pieces > Self.mostPieces || bytes > Self.mostBytes }
}
