internal import MARC
internal import Update

/// A name or a value that MARC-in-JSON does not know.
enum JSONShapeWrong: FaultRule {
    static let code = DefectCode(
        "ingest.json-shape-wrong", .minor, .noted,
        what: "A name in the JSON of a record is not one of MARC-in-JSON, or its value is of another kind.",
        why: "What stands in it has no place in a record and other programs leave it out.",
        done: "What MARC-in-JSON knows was read; the rest was left out.",
        repair: "Export a leader and fields; a data field has ind1, ind2 and subfields, a control field is a text.",
        example: "{\"leader\":\"00000nam a2200000 a 4500\",\"status\":\"new\",\"fields\":[ … ]}")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "at byte \(fault.offset) of the record stands \(fault.quoted) where \(fault.expected) was expected; it was left out: "
            + "correct the export"
    }
}
