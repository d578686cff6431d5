internal import Catalog
internal import MARC
internal import Update

/// No record that the submission deletes stands in the database any more.
struct DeletedRecordsAreGone: InspectCheck {
    static let codes = [stillHeld]
    static let name = "deleted-records-are-gone"
    private(set) var checked = 0

    static let stillHeld = DefectCode(
        "inspect.deleted-record-held", .critical, .rolledBack,
        what: "A record that the submission deletes still stands in the database.",
        why: "Patrons would ask for what the library no longer has.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "The submission deletes 1234567; after the install the number is still found.")

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isDeleted else { return }
        checked += 1
        if pair.storedID != nil {
            log.report(
                Self.stillHeld,
                "the \(pair.row.kind.name) record \(pair.controlNumber) was to be deleted and still stands in the database"
            )
        }
    }
}
