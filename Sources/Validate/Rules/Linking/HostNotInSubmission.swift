internal import MARC
public import Update

/// A part in a full load whose host item, by the number of the same system, is not in it. Judged when all records are
/// known, and in full loads alone: elsewhere the host may be in the database since long.
public struct HostNotInSubmission: StageRule {
    public static let code = DefectCode(
        "validate.host-not-in-submission", .minor, .noted,
        what: """
            773 $w names by its control number a record of the contributor's own system that the full load does not have, or \
            that was rejected.
            """,
        why: "Patrons who find the article or the chapter are not led to the volume that they have to ask for.",
        done: "The record is installed as it is. The first thousand are listed, all are counted.",
        repair: "Export the host item too, mend it where it was rejected, or correct the number in $w.",
        example: """
            A record with 003 VaRNU has 773 $w(VaRNU)991000000001; no record of the full load has the control number \
            991000000001.
            """)
    public static let codes = [code]

    func judge(_ entry: LinkingEntry, log: inout DefectLog) {
        log.report(
            Self.code, at: entry.field.place(subfield: UInt8(ascii: "w")), before: entry.number,
            "773 names as its host item \(Bytes.display(entry.number, limit: 40)), which no accepted record of this full load "
                + "has as its control number; send the host too, or correct the number")
    }
}
