internal import Catalog
internal import MARC
internal import Update

/// After a full load the contributor's records are those that it has and those whose new version was rejected, counted
/// row by row, and no others.
struct AbsentRecordsAreGone: InspectCheck {
    static let codes = [unexpected]
    static let name = "absent-records-are-gone"
    private(set) var checked = 0
    private var expected = SeenRecords()

    static let unexpected = DefectCode(
        "inspect.absent-record-held", .critical, .rolledBack,
        what: "After a full load the database holds other records of the contributor than the load has.",
        why: "Patrons would ask for what the library no longer has.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "The full load has 50,000 records; 50,012 of the contributor stand in the database after it.")

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isKept || pair.row.disposition == .rejected, let id = pair.storedID else { return }
        expected.insert(id)
    }

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        let submission = inspection.submission
        let isCertain = inspection.intake.unidentifiable + submission.unreadablePieces == 0
        guard submission.mode == .full, isCertain || submission.releasesAbsence else { return }
        let held = try inspection.reading.countRecords(
            of: inspection.version.contributor, kinds: inspection.intake.kinds)
        checked += held
        if held != expected.count {
            log.report(
                Self.unexpected,
                "the database holds \(held) records of the contributor, the full load accounts for \(expected.count)")
        }
    }
}
