internal import MARC
internal import Update

/// A delimiter without a subfield code.
enum SubfieldCodeMissing: FaultRule {
    static let code = DefectCode(
        "ingest.subfield-code-missing", .minor, .noted,
        what: "A subfield delimiter is followed by another one, by the end of the field, or by a byte that is no code.",
        why: "It is an empty subfield at best, and text under no code at worst.",
        done: "It was kept for the rules of scrub to decide on.",
        repair: "Remove the empty subfield or give it a code.",
        example:
            "Field 650 ends with the delimiter 1F hex and nothing behind it.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "field\(fault.ofTag) has a delimiter at byte \(fault.offset) of the record without a subfield code of one ASCII character "
            + "(\(fault.quoted)); remove it or add the code"
    }
}
