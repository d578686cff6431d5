internal import MARC
public import Update

/// A holdings record of a full load whose bibliographic record is not in it. Judged when all records are known, and in full
/// loads alone: elsewhere the record may be in the database since long.
public struct HoldingsWithoutRecord: StageRule {
    public static let code = DefectCode(
        "validate.holdings-without-record", .major, .noted,
        what: """
            A holdings record of a full load names in 004 a bibliographic record that the full load does not have, or that \
            was rejected.
            """,
        why: "Unless an earlier load brought the record, the copies belong to no title: patrons cannot find them.",
        done: "The holdings record is installed as it is. The first thousand are listed, all are counted.",
        repair: """
            Export the bibliographic record too, mend it where it was rejected, or take the holdings of withdrawn titles out \
            of the export.
            """,
        example: "A holdings record has 004 ocm00000017; no record of the full load has the control number ocm00000017."
    )
    public static let codes = [code]

    func judge(_ number: ByteView, in field: FieldView, log: inout DefectLog) {
        log.report(
            Self.code, at: field.place(), before: number,
            "no accepted record of this full load has the control number \(Bytes.display(number, limit: 40)); send it too, "
                + "or leave the holdings out")
    }
}
