internal import MARC
internal import Update

/// A reference to an entity that is not one of XML.
enum XMLEntityRefused: FaultRule {
    static let code = DefectCode(
        "ingest.xml-entity-refused", .major, .partDropped,
        what: "The XML refers to an entity of its own, or has a document type declaration.",
        why: "Entities can be made to read other files or to grow without bound; Holdfast never expands them.",
        done: "The reference or declaration was left out; a character may be missing in its place.",
        repair: "Write the characters themselves in UTF-8, or as numbers like &#233;.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "\(fault.quoted) was left out, for it needs a document type declaration\(fault.remark); write the character itself in UTF-8"
    }
}
