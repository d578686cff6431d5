internal import MARC
internal import Update

/// Cuts a file into pieces by the rules of its format.
struct PieceFramer {
    let format: SourceFormat
    private var iso2709 = ISO2709Framer()
    private var marcxml = MARCXMLFramer()
    private var deleteList = DeleteListFramer()

    init(_ format: SourceFormat) { self.format = format }

    /// The longest piece, in bytes: a window never needs more.
    static let longestPiece = FieldEntry.longest

    @inline(__always) mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        switch format {
        case .iso2709: iso2709.next(in: window, isLast: isLast)
        case .marcxml: marcxml.next(in: window, isLast: isLast)
        case .deleteList: deleteList.next(in: window, isLast: isLast)
        }
    }

    /// XML: the namespace declarations in force around the record returned last; else none.
    var declarations: [UInt8] { format == .marcxml ? marcxml.context.declarations : [] }

    /// XML: at the file's end, whether the document is not.
    var isCut: Bool { format == .marcxml && marcxml.isInsideElement }

    /// XML: what was refused outside the records since the last call, with places from the start of the file.
    mutating func takeRefusals() -> [ReadFault] {
        // A record that is too long comes as an unreadable piece too.
        format == .marcxml ? marcxml.takeNotices().filter { $0.kind == .xmlEntityRefused } : []
    }
}

/// Cuts a delete list into its lines.
struct DeleteListFramer {
    /// A line that is longer, in bytes, is cut and no control number.
    static let longestLine = 1000

    mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        guard !window.isEmpty else { return isLast ? .end : .needsMore }
        if window.starts(with: "\u{FEFF}") { return .piece(.filler, length: 3) }
        let near = ByteView(rebasing: window.prefix(Self.longestLine))
        guard let end = near.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            if near.count == window.count, !isLast, near.count < Self.longestLine { return .needsMore }
            return .piece(kind(of: near), length: near.count)
        }
        return .piece(kind(of: near.slice(0, end)), length: end + 1)
    }

    private func kind(of line: ByteView) -> Piece {
        let number = DeleteListLine.number(in: line)
        if number.isEmpty { return .filler }
        return number.count < Self.longestLine && DeleteListShape.isNumber(number) ? .record : .unreadable
    }
}
