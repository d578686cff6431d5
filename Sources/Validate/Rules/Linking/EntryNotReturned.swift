internal import MARC
public import Update

/// A linking entry to a record of the same full load that has no entry back. Judged when all records are known.
public struct EntryNotReturned: StageRule {
    public static let code = DefectCode(
        "validate.entry-not-returned", .info, .noted,
        what: """
            A linking entry names another record of the full load by its control number, and that record has no entry back: \
            773 goes with 774, 780 with 785, 776 with 776.
            """,
        why: "Patrons are led from one title to the other and not back: from the later journal to the earlier alone.",
        done: "The record is installed as it is. The first thousand are listed, all are counted.",
        repair: "Add the entry that the message names to the other record, or correct the number in $w.",
        example:
            "A journal has 780 with the number of its predecessor in $w; the predecessor has no 785 with its number.")
    public static let codes = [code]

    func judge(_ entry: LinkingEntry, _ returning: Tag, log: inout DefectLog) {
        log.report(
            Self.code, at: entry.field.place(subfield: UInt8(ascii: "w")), before: entry.number,
            "\(entry.field.tag) names the record \(Bytes.display(entry.number, limit: 40)), which does not name this one in "
                + "\(returning); add the entry there")
    }
}
