internal import MARC
internal import MARC21
public import Update

/// An indicator with a value that is not in its table.
public struct IndicatorValueUndefined: DefinitionRule {
    public static let code = DefectCode(
        "validate.indicator-value-undefined", .minor, .noted,
        what: "An indicator has a value that MARC 21 does not define for this field.",
        why: "Indicators decide how a heading is filed, which list a subject comes from and whether a note is shown.",
        done: "The indicator is kept as it is.",
        repair: "Set the indicator to one of the values that the message names.",
        example: "=245  20$aTitle /$cA. Author.")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let definition = field.departingDefinition(.indicators) else { return }
        judge(1, field.field.indicator1, definition.indicator1, field.norm.pointee.indicator1, field, &log)
        judge(2, field.field.indicator2, definition.indicator2, field.norm.pointee.indicator2, field, &log)
    }

    private func judge(
        _ number: Int, _ value: UInt8, _ definition: IndicatorDefinition, _ allowed: ASCIISet, _ field: FieldCase,
        _ log: inout DefectLog
    ) {
        guard !allowed.contains(value), definition.standing(of: value) == .undefined, !definition.isUndefined else {
            return
        }
        log.report(
            Self.code, at: field.place(indicator: number), before: [value],
            "\(field.name) has \(Words.character(value)) as indicator \(number) (\(definition.label)); "
                + "MARC 21 defines \(Words.list(definition.allowed))")
    }
}
