internal import MARC
public import Update

/// Series statements that say that they are traced, and fewer series entries than those.
public struct SeriesNotTraced: RecordRule {
    public static let code = DefectCode(
        "validate.series-not-traced", .minor, .noted,
        what: "490 indicator 1 says that the series has an entry in 800-830, and there are fewer such fields.",
        why: "The title is not found under its series.",
        done: "The record is installed as it is.",
        repair: "Add the entry in 830, or in 800-811 for a series under a name; or set 490 indicator 1 to 0.",
        example: "=490  1\\$aSeries ;$v5")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let first = record.first("490") else { return }
        let entries = record.count("800") + record.count("810") + record.count("811") + record.count("830")
        var traced = 0
        var next: FieldView? = first
        while let field = next {
            if field.indicator1 == UInt8(ascii: "1") {
                traced += 1
                if traced > entries { return report(field, entries, &log) }
            }
            next = record.next(after: field)
        }
    }

    private func report(_ field: FieldView, _ entries: Int, _ log: inout DefectLog) {
        log.report(
            Self.code, at: field.place(indicator: 1), before: field.subfield("a"),
            "490 indicator 1 says that the series is traced, and the record has "
                + (entries == 0 ? "no field" : "only \(entries) of the fields") + " 800-830; add the entry")
    }
}
