internal import MARC
internal import Update

/// A reference to an entity that is not one of XML.
enum XMLEntityRefused: FaultRule {
    static let code = DefectCode(
        "ingest.xml-entity-refused", .major, .noted,
        what: "The XML refers to an entity of its own, or has a document type declaration.",
        why: "Entities can be made to read other files or to grow without bound; Holdfast never expands them.",
        done:
            "A reference was kept as it is written, so that readers see it instead of its character; a declaration was left out.",
        repair: "Write the characters themselves in UTF-8, or as numbers like &#233;.",
        example:
            "<!DOCTYPE collection [<!ENTITY lib \"Main Library\">]> and, further down, <subfield code=\"b\">&lib;</subfield>."
    )

    static func message(_ fault: ReadFault, length: Int) -> String {
        fault.found.first == UInt8(ascii: "&")
            ? "\(fault.quoted) was kept as it is written, for no document type declaration is read; write the character itself in UTF-8"
            : "\(fault.quoted) was left out, a document type declaration, which MARCXML does without; export it without one"
    }
}
