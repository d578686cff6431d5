internal import MARC
internal import Update

/// Data that no subfield delimiter introduces.
enum DelimiterMissing: FaultRule {
    static let code = DefectCode(
        "ingest.delimiter-missing", .minor, .noted,
        what: "A data field holds text before its first subfield, or no subfield at all.",
        why: "Text outside subfields is neither shown nor searched.",
        done: "The text was kept for the rules of scrub to decide on.",
        repair: "Put the text into a subfield, most often $a.",
        example:
            "Field 500 holds two indicators and then text, without the delimiter 1F hex and a subfield code.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "field\(fault.ofTag) has \(fault.quoted) where \(fault.expected.isEmpty ? "a subfield" : fault.expected) was expected; put the text "
            + "into a subfield"
    }
}
