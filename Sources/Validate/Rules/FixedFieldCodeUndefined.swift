internal import MARC
internal import MARC21
public import Update

/// An element of 006, 007 or 008 with a code that the format does not define for this form of the field.
public struct FixedFieldCodeUndefined: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-code-undefined", .minor, .noted,
        what: "An element of 006, 007 or 008 holds a code that MARC 21 does not define there.",
        why:
            "Searches that limit by audience, form of item or contents leave the title out, or show it where it does not belong.",
        done: "The field is kept as it is.",
        repair: """
            Set the element to one of the codes that the message names. Many such codes in one field often mean that the leader names \
            another type of record than the field was made for.
            """,
        example: #"=008  930517s1993\\\\nyua\\\y\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .code }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords); "
                + (element.expected.map { "MARC 21 defines \($0)" } ?? "MARC 21 defines no such code"))
    }
}
