internal import MARC
internal import Update

extension CatalogVersion {
    /// Versions of the client as a whole, as a rematch makes them, belong to no contributor.
    static let noContributor = 0

    /// What is read of `version`, in this order.
    static let columns = """
        id, contributor, period, mode, submission, input, added, replaced, unchanged, deleted, delete_not_held, absent,
        rows_before, rows_after, sums_before, summary, verdict
        """

    /// The same without the texts that are kept with a version.
    static let columnsWithoutTexts = columns.replacing("summary, verdict", with: "'', ''")

    /// - Parameter row: of a query for ``columns``.
    init(_ row: some QueryRow) {
        let (cause, mode) = VersionCause.read(row.text(3) ?? "")
        self.init(
            id: row.int(0), contributor: row.int(1), period: row.text(2) ?? "", mode: mode, cause: cause,
            submission: row.text(4) ?? "", input: row.text(5) ?? "")
        counts.added = row.int(6)
        counts.replaced = row.int(7)
        counts.unchanged = row.int(8)
        counts.deleted = row.int(9)
        counts.deleteNotHeld = row.int(10)
        counts.absent = row.int(11)
        counts.rowsBefore = row.int(12)
        counts.rowsAfter = row.int(13)
        sumsBefore = TableSums(text: row.text(14) ?? "")
        summary = row.text(15) ?? ""
        verdict = row.text(16) ?? ""
    }
}

extension CatalogChange {
    /// - Parameter column: that of the action; ordinal, record, kind and control number follow.
    init?(_ row: some QueryRow, from column: Int) {
        guard let action = Action(rawValue: row.text(column) ?? "") else { return nil }
        self.init(
            action: action, ordinal: row.isNull(column + 1) ? nil : row.int(column + 1),
            record: row.isNull(column + 2) ? nil : row.int(column + 2), kind: row.text(column + 3) ?? "",
            controlNumber: row.text(column + 4) ?? "")
    }
}

extension TableSums {
    /// The tables that have sums, by their names in `checksum`.
    static let tables: [(name: String, sum: any WritableKeyPath<TableSums, MultisetSum> & Sendable)] = [
        ("record", \.records), ("holding", \.holdings), ("identifier", \.identifiers),
    ]

    /// The rows of `checksum`, for a query.
    static let query = "select contributor, table_name, rows, sum from checksum"

    /// `rows:sum` of records, holdings and identifiers, sums in hexadecimal digits.
    var text: String {
        [records, holdings, identifiers].map { "\($0.rows):\($0.sum.hexadecimal)" }.joined(separator: " ")
    }

    /// Zero for a part that is not there.
    init(text: String) {
        let parts = text.split(separator: " ").map { part -> MultisetSum in
            let halves = part.split(separator: ":")
            guard halves.count == 2, halves[1].count == 32 else { return MultisetSum() }
            return MultisetSum(
                rows: Int(halves[0]) ?? 0,
                sum: Hash128(
                    low: UInt64(halves[1].suffix(16), radix: 16) ?? 0,
                    high: UInt64(halves[1].prefix(16), radix: 16) ?? 0))
        }
        self.init()
        guard parts.count == 3 else { return }
        (records, holdings, identifiers) = (parts[0], parts[1], parts[2])
    }
}

extension [Int: TableSums] {
    /// Takes what a row of `checksum` says.
    mutating func take(_ row: some QueryRow) {
        let name = row.text(1) ?? ""
        guard let table = TableSums.tables.first(where: { $0.name == name }) else { return }
        self[row.int(0), default: TableSums()][keyPath: table.sum] =
            MultisetSum(rows: row.int(2), sum: Hash128(stored: row.bytes(3)))
    }
}
