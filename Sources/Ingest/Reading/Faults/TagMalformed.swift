internal import MARC
internal import Update

/// A tag that is not three letters or digits.
enum TagMalformed: FaultRule {
    static let code = DefectCode(
        "ingest.tag-malformed", .minor, .noted,
        what: "The tag of a field is not three letters or digits.",
        why: "No program shows or searches a field whose tag it does not know.",
        done: "The field was kept under the tag as it stands.",
        repair: "Correct the tag in the catalogue.",
        example:
            "A directory entry names the tag 24 with a blank behind it.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the tag is \(fault.quoted), three letters or digits were expected; the field was kept: correct its tag"
    }
}
