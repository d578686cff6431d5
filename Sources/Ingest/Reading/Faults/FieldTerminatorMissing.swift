internal import MARC
internal import Update

/// A field does not end with 1E hex.
enum FieldTerminatorMissing: FaultRule {
    static let code = DefectCode(
        "ingest.field-terminator-missing", .minor, .repaired,
        what: "The byte 1E hex that ends a field is missing.",
        why: "Programs that look for it run two fields into one.",
        done: "The field ends where the directory says; the terminator is put in when the record is written.",
        repair: "Export the record again; if it happens often, report it to the maker of the library system.",
        example:
            "The directory gives field 100 29 bytes; the 29th is a letter instead of 1E hex.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the field\(fault.ofTag) does not end with 1E hex at byte \(fault.offset) of the record; its end was taken from the directory"
    }
}
