internal import CMARC21Tables

/// One of the compiled-in tables, read line by line.
///
/// A line is columns separated by tabs; lines that begin with `# ` are comments. `make_tables.py`, which writes the
/// tables, explains the columns.
struct TableText {
    let text: Label

    private init(_ text: marc21_text) { self.text = Label(start: text.bytes, length: text.length) }

    static let bibliographic = TableText(marc21_bibliographic())
    static let holdings = TableText(marc21_holdings())
    static let authority = TableText(marc21_authority())
    static let codeLists = TableText(marc21_codelists())
    static let formatLists = TableText(marc21_formatlists())
    static let rda = TableText(marc21_rda())
    static let local = TableText(marc21_local())

    /// Hands every line to `take` as its columns, a lone hyphen as an empty one.
    ///
    /// - Returns: the numbers, from 1, of the lines that `take` refused.
    func rejectedLines(_ take: ([Label]) -> Bool) -> [Int] {
        var rejected: [Int] = []
        var number = 0
        var columns: [Label] = []
        var rest = text
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.length
            let line = rest.part(0, end)
            rest = rest.part(end + 1)
            number += 1
            if line.hasPrefix("# ") { continue }
            columns.removeAll(keepingCapacity: true)
            line.split(at: UInt8(ascii: "\t"), into: &columns)
            for index in columns.indices where columns[index] == "-" { columns[index] = .none }
            if !take(columns) { rejected.append(number) }
        }
        return rejected
    }
}
