internal import MARC
internal import Update

/// An element or attribute that MARCXML does not know.
enum XMLShapeWrong: FaultRule {
    static let code = DefectCode(
        "ingest.xml-shape-wrong", .minor, .noted,
        what: "An element or attribute is missing, or is not one of MARCXML.",
        why: "What stands in it has no place in a record and other programs leave it out.",
        done: "What MARCXML knows was read; text in unknown elements was left out.",
        repair: "Export MARCXML as its schema, MARC21slim.xsd, has it.",
        example:
            "<datafield tag=\"245\" ind1=\"1\"> has no attribute ind2.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "at byte \(fault.offset) of the record stands \(fault.quoted) where \(fault.expected) was expected; "
            + "correct the export after the schema MARC21slim"
    }
}
