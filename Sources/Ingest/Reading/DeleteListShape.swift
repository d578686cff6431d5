internal import MARC
internal import Update

/// The shape of a delete list: a control number a line and nothing else.
enum DeleteListShape {
    /// The longest line that may be a control number, in bytes.
    static let longestNumber = 64

    /// Whether nine lines of ten are control numbers; a heading may stand among them.
    static func fits(_ bytes: ByteView, isWhole: Bool) -> Bool {
        var (lines, numbers) = (0, 0)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = DeleteListLine.number(in: bytes.slice(start, end - start))
            // The last line of a head that is not the whole file is cut anywhere.
            if line.count > 0, end < bytes.count || isWhole || lines == 0 {
                lines += 1
                numbers += isNumber(line) && line.contains { $0 &- 0x30 < 10 } ? 1 : 0
            }
            start = end + 1
        }
        return numbers > 0 && (numbers * 10 >= lines * 9 || (lines - numbers == 1 && numbers >= 2))
    }

    /// Letters, digits and the marks that occur in control numbers.
    static func isNumber(_ line: ByteView) -> Bool {
        !line.isEmpty && line.count <= longestNumber && line.allSatisfy(isNumberByte)
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"),
            UInt8(ascii: "#"), 0x20:
            true
        default: false
        }
    }
}

/// The shape of a delete list that is a table: values between commas, semicolons or tabs, under a heading that names the
/// column with the control numbers. A table without such a heading is none, for any table might then delete titles.
struct DeleteTable: Sendable, Equatable {
    let separator: UInt8
    /// From 0.
    let column: Int

    /// The headings of such a column, in lower case, letters and digits only.
    private static let headings: Set<String> = [
        "001", "controlnumber", "controlno", "recordnumber", "recordid", "recordno", "bibid", "bibnumber", "bibno",
        "bibrecord", "bibrecordnumber", "bibrecordid", "biblionumber", "systemnumber", "mmsid", "deletedid",
        "deleted001",
    ]
    private static let longestHeading = 4096

    /// The table whose first line is `heading`, or starts it; nil where no column is named so.
    init?(heading: ByteView) {
        let near = heading.slice(0, min(heading.count, Self.longestHeading))
        let line = near.slice(0, near.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? near.count)
        for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] where line.contains(separator) {
            var cells = TableCells(line, separator: separator)
            var column = 0
            while let cell = cells.next() {
                if Self.headings.contains(Self.plain(line.slice(cell.lowerBound, cell.count))) {
                    (self.separator, self.column) = (separator, column)
                    return
                }
                column += 1
            }
        }
        return nil
    }

    private static func plain(_ cell: ByteView) -> String {
        let letters = cell.compactMap { byte -> UInt8? in
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            return lower &- UInt8(ascii: "a") < 26 || lower &- 0x30 < 10 ? lower : nil
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Where the control number stands in `line`, without quotation marks and blanks; empty where the line is too short.
    func number(in line: ByteView) -> Range<Int> {
        var cells = TableCells(line, separator: separator)
        var left = column
        while let cell = cells.next() {
            if left == 0 {
                let number = DeleteListLine.number(in: line.slice(cell.lowerBound, cell.count))
                let lead = line[cell].prefix { $0 <= 0x20 }.count
                return (cell.lowerBound + lead)..<(cell.lowerBound + lead + number.count)
            }
            left -= 1
        }
        return 0..<0
    }
}

/// The cells of one line of a table, without the quotation marks around them.
///
/// Source: RFC 4180; a line end inside quotation marks is not understood, because no control number has one.
private struct TableCells {
    private let line: ByteView
    private let separator: UInt8
    private var index = 0
    private var isDone = false

    init(_ line: ByteView, separator: UInt8) {
        self.line = line
        self.separator = separator
    }

    mutating func next() -> Range<Int>? {
        guard !isDone else { return nil }
        let start = index
        if start < line.count, line[start] == UInt8(ascii: "\"") {
            var end = start + 1
            while end < line.count {
                if line[end] == UInt8(ascii: "\"") {
                    guard end + 1 < line.count, line[end + 1] == UInt8(ascii: "\"") else { break }
                    end += 1
                }
                end += 1
            }
            moveBehind(min(end + 1, line.count))
            return (start + 1)..<max(start + 1, min(end, line.count))
        }
        let end = line[start...].firstIndex(of: separator) ?? line.count
        moveBehind(end)
        return start..<end
    }

    private mutating func moveBehind(_ end: Int) {
        guard end < line.count, let next = line[end...].firstIndex(of: separator) else {
            isDone = true
            return
        }
        index = next + 1
    }
}
