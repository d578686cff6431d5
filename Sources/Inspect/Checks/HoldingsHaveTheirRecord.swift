internal import Catalog
internal import Update

/// No holding and no identifier was left behind by a record that was deleted.
struct HoldingsHaveTheirRecord: InspectCheck {
    static let codes = [orphaned]
    static let name = "holdings-have-their-record"
    private(set) var checked = 0

    static let orphaned = DefectCode(
        "inspect.rows-orphaned", .critical, .rolledBack,
        what: "Holdings or identifiers of a deleted record are still there.",
        why: "Patrons would be shown copies of a title that is gone.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "Record 4711 was deleted; two rows of the table holding still name it.")

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        checked = inspection.version.counts.deleted + inspection.version.counts.absent
        let orphans = try inspection.reading.countOrphans(of: inspection.version.id)
        guard orphans.holdings + orphans.identifiers > 0 else { return }
        log.report(
            Self.orphaned,
            "\(orphans.holdings) holdings and \(orphans.identifiers) identifiers are left of records that were deleted")
    }
}
