internal import MARC
internal import Update

/// Leader/10-11 or 20-23 are not those of MARC 21.
enum EntryMapWrong: FaultRule {
    static let code = DefectCode(
        "ingest.entry-map-wrong", .info, .repaired,
        what: "Leader/10-11 and 20-23, which describe indicators, subfields and directory, are not 22 and 4500.",
        why: "In MARC 21 they never differ. Programs ignore them, or refuse the record.",
        done: "The record was read as MARC 21; the values are set right when it is written.",
        repair: "Set leader/10-11 to 22 and leader/20-23 to 4500 in the export.",
        example:
            "The leader ends with 4 and three blanks instead of 4500.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "leader/10-11 and 20-23 are \(fault.quoted), MARC 21 has 22 and 4500 there; the record was read as MARC 21"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .leader(fault.offset < Leader.length ? fault.offset : nil) }
}
