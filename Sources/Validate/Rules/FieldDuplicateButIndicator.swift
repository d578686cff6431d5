internal import MARC
public import Update

/// Two fields that differ only in that the one leaves indicator 1 blank.
public struct FieldDuplicateButIndicator: RecordRule {
    public static let code = DefectCode(
        "validate.field-duplicate-but-indicator", .info, .noted,
        what: "Two fields are alike but for indicator 1, which the one leaves blank and the other sets.",
        why: "Patrons see the same line twice.",
        done: "Both fields are kept as they are.",
        repair: "Delete the field with the blank.",
        example: "=650  \\0$aCats.\n=650  10$aCats.")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        FieldTwins.forEach(
            in: record,
            where: {
                $0.indicator1 != $1.indicator1 && ($0.indicator1 == 0x20 || $1.indicator1 == 0x20)
                    && $0.indicator2 == $1.indicator2
            }
        ) { earlier, later in
            log.report(
                Self.code, at: later.place(indicator: 1), before: later.subfields.first?.value,
                "field \(later.tag) says the same as occurrence \(earlier.occurrence) and differs in indicator 1 alone; "
                    + "delete the one with the blank")
        }
    }
}
