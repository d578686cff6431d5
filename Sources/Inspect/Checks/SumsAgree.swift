internal import Catalog
internal import Update

/// The sums of the contributor's rows, by table, are what the submission makes of the sums before: taken from it what the
/// images before come to, added what was validated. The rows read back come to the same.
struct SumsAgree: InspectCheck {
    static let codes = [differs]
    static let name = "sums-agree"
    private(set) var checked = 0
    private var expected = TableSums()
    private var real = TableSums()

    static let differs = DefectCode(
        "inspect.sum-differs", .critical, .rolledBack,
        what: "The sum of a table's rows is not what the submission makes of the sum before.",
        why: "A row was lost, altered or written without being intended.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "The sums before, and the rows added, replaced and deleted, give one sum; the rows of the table give another."
    )

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isKept, pair.isWritten else { return }
        expected += pair.row.sums
        real += pair.stored.rows.rows[pair.index].sums
    }

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        let version = inspection.version
        var before = version.sumsBefore
        before -= inspection.imagesBefore
        let kept = try inspection.reading.sums()[version.contributor] ?? TableSums()
        expected += before
        real += before
        for (table, sum) in Self.tables {
            checked += 1
            let numbers = "\(expected[keyPath: sum].rows) rows expected, \(kept[keyPath: sum].rows) in the books"
            if expected[keyPath: sum] != kept[keyPath: sum] {
                log.report(Self.differs, "the sum of \(table) is not the one expected of the submission: \(numbers)")
            }
            if real[keyPath: sum] != kept[keyPath: sum] {
                log.report(Self.differs, "the sum of \(table) is not the one of the rows read back: \(numbers)")
            }
        }
    }

    private static var tables: [(String, KeyPath<TableSums, MultisetSum>)] {
        [("records", \.records), ("holdings", \.holdings), ("identifiers", \.identifiers)]
    }
}
