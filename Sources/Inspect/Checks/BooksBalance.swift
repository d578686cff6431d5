internal import Catalog
internal import Update

/// Rows before + added − deleted − absent = rows after, and install's counts are those of the submission.
struct BooksBalance: InspectCheck {
    static let codes = [unbalanced]
    static let name = "books-balance"
    private(set) var checked = 0

    static let unbalanced = DefectCode(
        "inspect.books-unbalanced", .critical, .rolledBack,
        what: "What install counted does not add up with the submission or with the rows of the database.",
        why: "A record may have been lost or written twice.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "1,000 rows before, 10 added and 3 deleted make 1,007; the table has 1,006.")

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        let counts = inspection.version.counts
        let intake = inspection.intake
        let rows = try inspection.reading.sums()[inspection.version.contributor]?.records.rows ?? 0
        let sums: [(String, Int, Int)] = [
            (
                "rows before + added − deleted − absent, and rows after",
                counts.rowsBefore + counts.added - counts.deleted - counts.absent, counts.rowsAfter
            ),
            ("rows before, as counted and as summed", counts.rowsBefore, inspection.version.sumsBefore.records.rows),
            ("rows after, as counted and as summed", counts.rowsAfter, rows),
            (
                "records to keep, and added + replaced + unchanged", intake.kept,
                counts.added + counts.replaced + counts.unchanged
            ),
            ("records to delete, and deleted + delete-not-held", intake.deletes, counts.deleted + counts.deleteNotHeld),
        ]
        for (what, left, right) in sums {
            checked += 1
            if left != right { log.report(Self.unbalanced, "\(what), differ: \(left) and \(right)") }
        }
    }
}
