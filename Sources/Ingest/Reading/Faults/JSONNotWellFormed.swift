internal import MARC
internal import Update

/// A record that is not well-formed JSON.
enum JSONNotWellFormed: FaultRule {
    static let code = DefectCode(
        "ingest.json-not-well-formed", .major, .partDropped,
        what: "The JSON of a record breaks the rules of JSON: a quotation mark, a bracket or a comma is missing.",
        why: "Other programs lose the record, and every one after it in the file.",
        done: "Reading went on at the next field; the records after it are not touched.",
        repair: "Have the export written by a JSON library.",
        example: "{\"leader\":\"00000nam a2200000 a 4500\",\"fields\":[{\"001\":\"ocm01234567},{\"245\": …")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the JSON is not well formed at byte \(fault.offset) of the record: \(fault.quoted) where \(fault.expected) was "
            + "expected; what could be understood was kept: correct the export"
    }
}
