internal import Catalog
internal import Update

/// Readers see the version that was installed, and the books that it left.
struct VersionIsCommitted: InspectCheck {
    static let codes = [missing]
    static let name = "version-is-committed"
    private(set) var checked = 0

    static let missing = DefectCode(
        "inspect.version-missing", .critical, .noted,
        what: "After the commit readers do not see the version that was installed, or see other books than it left.",
        why: "The database does not hold what was proven before the commit.",
        done: "Nothing more: the stage fails, and the submission is to be run again.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "Version 17 was committed; a new connection sees 16 as the latest.")

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        checked = 1
        let version = inspection.version
        let seen = try inspection.reading.version(version.id)
        let rows = try inspection.reading.sums()[version.contributor]?.records.rows ?? 0
        if seen != version {
            log.report(
                Self.missing, "readers do not see version \(version.id) of \(version.period) as it was installed")
        } else if try inspection.reading.version(after: version) == nil, rows != version.counts.rowsAfter {
            log.report(
                Self.missing,
                "version \(version.id) left \(version.counts.rowsAfter) records, readers' books have \(rows)")
        }
    }
}
