internal import MARC
internal import Update

/// Cuts a delete list into its control numbers: a line each, or a cell of each line where the first line is the heading of
/// a table.
struct DeleteListFramer {
    /// A line that is longer, in bytes, is cut and no control number.
    static let longestLine = 16_384

    private var isStart = true
    private var table: DeleteTable?
    /// Bytes at the start of the window that are the cell with the number; 0 where it was not met yet.
    private var cell = 0
    /// Bytes behind the cell up to the next line.
    private var rest = 0

    mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        guard !window.isEmpty else { return isLast ? .end : .needsMore }
        if window.starts(with: "\u{FEFF}") { return .piece(.filler, length: 3) }
        if cell > 0 {
            defer { cell = 0 }
            return .piece(.record, length: cell)
        }
        if rest > 0 {
            defer { rest = 0 }
            return .piece(.filler, length: rest)
        }
        let near = ByteView(rebasing: window.prefix(Self.longestLine))
        guard let end = near.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            if near.count == window.count, !isLast, near.count < Self.longestLine { return .needsMore }
            return line(near, length: near.count, isWhole: near.count == window.count)
        }
        return line(near.slice(0, end), length: end + 1, isWhole: true)
    }

    private mutating func line(_ line: ByteView, length: Int, isWhole: Bool) -> Framing {
        let number = DeleteListLine.number(in: line)
        if number.isEmpty { return .piece(.filler, length: length) }
        if isStart {
            isStart = false
            table = DeleteTable(heading: line)
            if table != nil { return .piece(.filler, length: length) }
        }
        if let table { return cells(of: table, line, length: length) }
        return .piece(isWhole && DeleteListShape.isNumber(number) ? .record : .unreadable, length: length)
    }

    private mutating func cells(of table: DeleteTable, _ line: ByteView, length: Int) -> Framing {
        let number = table.number(in: line)
        guard DeleteListShape.isNumber(line.slice(number.lowerBound, number.count)) else {
            return .piece(.unreadable, length: length)
        }
        rest = length - number.upperBound
        if number.lowerBound == 0 { return .piece(.record, length: number.count) }
        cell = number.count
        return .piece(.filler, length: number.lowerBound)
    }
}
