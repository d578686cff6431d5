internal import MARC
internal import Update

/// Records that begin in a comment or in a CDATA section.
enum XMLRecordHidden: FaultRule {
    static let code = DefectCode(
        "ingest.xml-record-hidden", .major, .noted,
        what: "A comment or a CDATA section of the XML holds the beginning of a record, or of several.",
        why: """
            By the rules of XML what stands there is no record. Where the section began by mistake, with "<!--" in the text \
            of another record, titles are missing.
            """,
        done: "The file was read as XML has it, without the records in that section.",
        repair: "Take the comment away where the records are meant; write < as &lt; where it is text.",
        example: "<subfield code=\"a\">See <!-- the sequel</subfield>, and a --> only three records further on.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        let isOne = fault.expected == "1"
        return "\(fault.quoted) begins a section that hides the start of \(fault.expected) record\(isOne ? "" : "s"), "
            + "which \(isOne ? "was" : "were") not read; take it away, or write its < as &lt; where it is text"
    }
}
