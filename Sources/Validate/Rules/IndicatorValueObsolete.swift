internal import MARC
internal import MARC21
public import Update

/// An indicator value that MARC 21 has withdrawn.
public struct IndicatorValueObsolete: DefinitionRule {
    public static let code = DefectCode(
        "validate.indicator-value-obsolete", .info, .noted,
        what: "An indicator has a value that MARC 21 once defined for this field and has withdrawn.",
        why: "Programs written since then ignore it. Records from before the change often have it.",
        done: "The indicator is kept as it is.",
        repair: "Nothing need be done at once; newer copies of the record have the present value.",
        example: "=100  2\\$aAuthor-Writer, A.")
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
        guard !allowed.contains(value), definition.standing(of: value) == .obsolete else { return }
        let meaning = definition.values.entry(value)?.label ?? ""
        log.report(
            Self.code, at: field.place(indicator: number), before: [value],
            "\(field.name) has the obsolete value \(Words.character(value))\(meaning.isEmpty ? "" : " (\(meaning))") "
                + "as indicator \(number)")
    }
}
