internal import Catalog
internal import Update

/// The sums of every other contributor are as readers see them while the install is open.
struct NothingElseChanged: InspectCheck {
    static let codes = [changed]
    static let name = "nothing-else-changed"
    private(set) var checked = 0

    static let changed = DefectCode(
        "inspect.other-contributor-changed", .critical, .rolledBack,
        what: "The install changed the sums of a contributor whose submission it is not.",
        why: "Another library's records would be lost or altered.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "While bva was installed, the sum of abc's holdings became another one.")

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        guard let committed = inspection.committed else { return }
        let (before, after) = (try committed.sums(), try inspection.reading.sums())
        let own = inspection.version.contributor
        for contributor in Set(before.keys).union(after.keys).sorted() where contributor != own {
            checked += 1
            if before[contributor] != after[contributor] {
                log.report(
                    Self.changed,
                    """
                    the rows of contributor \(contributor) come to another sum than before, although the submission is that \
                    of contributor \(own)
                    """)
            }
        }
    }
}
