internal import MARC
public import Update

/// A bibliographic record without 245.
public struct TitleMissing: RecordRule {
    public static let code = DefectCode(
        "validate.title-missing", .critical, .recordRejected,
        what: "The record has no field 245.",
        why: "Patrons would see a blank line instead of a title, and could not find the record by it.",
        done: "The record is rejected; a version installed earlier stays.",
        repair: "Add field 245 with the title in $a and send the record again.",
        example: "=245")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.count("245") == 0 else { return }
        // In UNIMARC the title stands in 200, which MARC 21 does not have.
        let isUNIMARC = record.first("200")?.subfield("a") != nil
        log.report(
            Self.code, at: FieldPlace(tag: "245"),
            isUNIMARC
                ? "the record has no field 245 but a field 200, where UNIMARC has the title; export the records as MARC 21"
                : "the record has no field 245; add the title and send the record again")
    }
}
