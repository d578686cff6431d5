internal import MARC
public import Update

/// More than one 245.
public struct TitleRepeated: RecordRule {
    public static let code = DefectCode(
        "validate.title-repeated", .major, .noted,
        what: "The record has more than one field 245.",
        why: "Only the first title is shown; often two records have been run together, so that patrons are misled.",
        done: "The record is installed with all its fields; the first 245 is shown.",
        repair: "Keep one 245; move other titles to 246 or 740, or separate the records that were run together.",
        example: "=245  10$aTitle /$cA. Author.\n=245  10$aOther title /$cB. Writer.")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let second = record.second("245") else { return }
        log.report(
            Self.code, at: second.place(), before: second.subfield("a"),
            "field 245 stands \(Words.times(record.count("245"))); keep one and move other titles to 246 or 740")
    }
}
