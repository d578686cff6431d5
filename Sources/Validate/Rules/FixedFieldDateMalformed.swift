internal import MARC
internal import MARC21
public import Update

/// Date 1 or date 2 in 008 that is no year.
public struct FixedFieldDateMalformed: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-date-malformed", .major, .noted,
        what: "Date 1 or date 2 in 008 is not four digits, with u for each unknown one, nor four blanks.",
        why: "Searches that limit by date leave the title out, and lists sorted by date show it in a wrong place.",
        done: "The field is kept as it is.",
        repair: "Enter the year in four digits; write u for a digit that is not known, as in 19uu.",
        example: #"=008  930517s199-\\\\nyua\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .date }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.field.place(position: element.element.first), before: element.value,
            "\(element.field.tag)/\(Words.twoDigits(element.element.first))-\(Words.twoDigits(element.element.last)) "
                + "(\(element.element.label)) is '\(Bytes.display(element.value))', which is no year; write four digits, "
                + "u for each unknown one")
    }
}
