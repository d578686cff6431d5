internal import MARC
public import Update

/// Leader/18 that says AACR2 in a record that 040 $e describes by RDA.
public struct CatalogingFormDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.cataloging-form-disagrees", .info, .noted,
        what: "Leader/18 says that the record follows AACR2, and 040 $e that it follows RDA.",
        why: "Programs that pick records by their rules, as for adding terms of content and carrier, pass it over.",
        done: "The record is installed as it is.",
        repair: "Set leader/18 (Desc) to i where punctuation is included, to c where it is left out.",
        example: "=040  \\\\$aDLC$beng$erda$cDLC")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.leader[18] == UInt8(ascii: "a"), let source = record.first("040"),
            source.subfields.contains(where: { $0.code == UInt8(ascii: "e") && $0.value.equals("rda") })
        else { return }
        log.report(
            Self.code, at: .leader(18), before: [record.view.leader[18]],
            "leader/18 is 'a', AACR 2, and 040 $e says rda; set leader/18 to i or c")
    }
}
