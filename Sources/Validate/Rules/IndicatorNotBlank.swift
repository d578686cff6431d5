internal import MARC
internal import MARC21
public import Update

/// A value in an indicator position that has no meaning in its field.
public struct IndicatorNotBlank: DefinitionRule {
    public static let code = DefectCode(
        "validate.indicator-not-blank", .info, .noted,
        what: "An indicator position that MARC 21 leaves undefined for this field is not blank.",
        why: "It means nothing and is ignored; a second indicator may have slipped into the place of the first.",
        done: "The indicator is kept as it is.",
        repair: "Set the indicator to blank.",
        example: "=300  1\\$a200 p. ;$c24 cm.")
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
        guard !allowed.contains(value), definition.standing(of: value) == .undefined, definition.isUndefined else {
            return
        }
        log.report(
            Self.code, at: field.place(indicator: number), before: [value],
            "\(field.name) has \(Words.character(value)) as indicator \(number), which is undefined in \(field.definedName) "
                + "and should be blank")
    }
}
