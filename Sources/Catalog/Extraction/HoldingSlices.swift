internal import MARC
internal import Update

/// A row of `holding`: where each column's value lies in the batch's bytes, empty for none.
struct HoldingSlices: Sendable {
    /// The columns' names in the database, in the order of the table.
    static let columns = HoldingsMap.Column.allCases.map { $0.key.replacing("-", with: "_") }

    /// Columns of the table, without record and number.
    static let count = 9

    /// A condition on a holding that tells of a copy, and not of a URL alone.
    ///
    /// - Parameter value: how the value of a column stands in SQL, by its name and its place from 1.
    static func isCopy(_ value: (_ name: String, _ place: Int) -> String) -> String {
        let all = columns.enumerated().map { (name: $0.element, sql: value($0.element, $0.offset + 1)) }
        let url = all.filter { $0.name == "url" }.map(\.sql).joined()
        let others = all.filter { $0.name != "url" }.map(\.sql).joined(separator: ", ")
        return "(\(url) is null or coalesce(\(others)) is not null)"
    }

    private var values = InlineArray<9, RowBatch.Slice>(repeating: RowBatch.Slice(offset: 0, length: 0))

    subscript(column: HoldingsMap.Column) -> RowBatch.Slice {
        get { values[column.rawValue] }
        set { values[column.rawValue] = newValue }
    }

    /// The value of a column by its place among the columns, below `count`.
    subscript(column: Int) -> RowBatch.Slice {
        get { values[column] }
        set { values[column] = newValue }
    }

    /// Whether no column has a value.
    var isEmpty: Bool { values.indices.allSatisfy { values[$0].isEmpty } }

    /// The values in the order of the table's columns.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (RowBatch.Slice) throws(Failure) -> Void) throws(Failure) {
        for index in values.indices { try body(values[index]) }
    }
}

extension RowHash {
    /// A row of `holding`.
    ///
    /// - Parameters:
    ///   - number: of the holding within its record, from 1.
    ///   - value: what a column holds, by its place among the columns.
    @inline(__always)
    mutating func appendHolding(_ number: Int, _ value: (Int) -> ByteView) {
        append(number)
        for column in 0..<HoldingsMap.Column.firstLater { append(value(column)) }
        for column in HoldingsMap.Column.firstLater..<HoldingSlices.count {
            let value = value(column)
            if value.isEmpty { continue }
            append(UInt8(truncatingIfNeeded: column))
            append(value)
        }
    }

    /// A row of `holding` whose values lie in `bytes`.
    mutating func appendHolding(_ number: Int, _ holding: HoldingSlices, in bytes: ByteView) {
        appendHolding(number) { bytes.slice(holding[$0]) }
    }
}
