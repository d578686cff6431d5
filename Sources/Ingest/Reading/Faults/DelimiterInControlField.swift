internal import MARC
internal import Update

/// A control field with a subfield delimiter.
enum DelimiterInControlField: FaultRule {
    static let code = DefectCode(
        "ingest.delimiter-in-control-field", .minor, .noted,
        what: "A field 001-009 holds a subfield delimiter.",
        why: "Control fields have no subfields; the delimiter spoils control numbers and positions.",
        done: "The field was kept as it stands, for the rules of scrub to decide on.",
        repair: "Remove the delimiter, or correct the tag if the field is a data field.",
        example:
            "Field 001 holds the bytes 1F 61 and then ocm01234567: a control number written as $a of a data field.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "field\(fault.ofTag) holds a subfield delimiter (\(fault.quoted)), control fields have none; remove it or correct the tag"
    }
}
