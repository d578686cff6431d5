internal import Catalog
internal import MARC
internal import Update

/// Every record that was to be installed stands in the database under its identity. One that this version wrote is what
/// was validated byte for byte, with its texts, identifiers and holdings; of these, one in a hundred is read back through
/// its codec as well and compared field by field. One that was left as it stood has the content that was validated.
struct EveryRecordIsThere: InspectCheck {
    static let codes = [missing, differs]
    static let name = "every-record-is-there"
    private(set) var checked = 0

    static let missing = DefectCode(
        "inspect.record-missing", .critical, .rolledBack,
        what: "A record that was to be installed does not stand in the database.",
        why: "Patrons would not find the title.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "1234567 was validated as new; the database has no record of that number.")

    static let differs = DefectCode(
        "inspect.record-differs", .critical, .rolledBack,
        what: "What stands in the database is not, byte for byte, the record that was validated.",
        why: "Patrons would see something that the library did not send.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "Of 1,164 bytes written for 1234567 the 1,010th reads back as another one.")

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isKept else { return }
        checked += 1
        guard pair.storedID != nil else {
            log.report(
                Self.missing,
                "the \(pair.row.kind.name) record \(pair.controlNumber) was to be installed and does not stand in the database"
            )
            return
        }
        if let part = difference(pair) {
            log.report(
                Self.differs,
                """
                the \(pair.row.kind.name) record \(pair.controlNumber) in the database is not what was validated: its \
                \(part) differ
                """)
        }
    }

    private func difference(_ pair: RowPair) -> String? {
        let stored = pair.stored.rows
        let part = pair.expected.firstDifference(pair.index, from: stored)
        if pair.isWritten { return part?.rawValue ?? (pair.isFaithful ? nil : "fields") }
        // Another program version may have written the same content in other bytes.
        if stored.rows[pair.index].contentHash != pair.row.contentHash { return "hash" }
        guard part == .marc || part == .form else { return nil }
        return stored.says(pair.index, as: pair.expected) ? nil : "fields"
    }
}
