internal import MARC
internal import MARC21
public import Update

/// A hyphen or number sign in 006, 007 or 008 where people mean a blank: manuals print blanks so.
public struct FixedFieldHyphenForBlank: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-hyphen-for-blank", .minor, .noted,
        what: "An element of 006, 007 or 008 holds a hyphen or a number sign where MARC 21 has no such code.",
        why:
            "Manuals print blanks so. Programs do not read it as a blank, and leave the title out where they limit by the element.",
        done: "The field is kept as it is.",
        repair: "Type a blank instead, or mend the export that writes hyphens.",
        example: #"=008  930517s1993\\\\nyua\\\-\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .hyphen }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords), probably typed for a blank; type the blank itself")
    }
}
