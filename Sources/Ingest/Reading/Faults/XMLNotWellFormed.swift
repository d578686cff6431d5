internal import MARC
internal import Update

/// A record that is not well-formed XML.
enum XMLNotWellFormed: FaultRule {
    static let code = DefectCode(
        "ingest.xml-not-well-formed", .major, .partDropped,
        what: """
            The XML of a record breaks the rules of XML: a tag is not closed, an ampersand stands alone, a byte is \
            not allowed.
            """,
        why: "Other programs lose the record, and every one after it in the file.",
        done:
            "What could be understood was kept, the damaged place was left out; the records after it are not touched.",
        repair: "Have the export written by an XML library, and escape the characters &, < and >.",
        example:
            "<subfield code=\"a\">Salt & pepper</subfield>: the ampersand must be written as &amp;.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the XML is not well formed at byte \(fault.offset) of the record (\(fault.quoted))\(fault.remark); what could be understood was "
            + "kept: correct the export"
    }
}
