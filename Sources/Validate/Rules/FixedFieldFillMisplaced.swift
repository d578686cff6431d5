internal import MARC
internal import MARC21
public import Update

/// The fill character over part of an element, or in one that must be coded.
///
/// Source: MARC 21 Format for Bibliographic Data, 008, "Fill character".
public struct FixedFieldFillMisplaced: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-fill-misplaced", .info, .noted,
        what:
            "The fill character | stands for part of an element of 006, 007 or 008, or in an element that must be coded.",
        why:
            "The fill character says that nothing was coded; over part of an element it says nothing that a program can read.",
        done: "The field is kept as it is.",
        repair: "Code the element, or fill all of it.",
        example: #"=008  930517s1993\\\\nyua\||\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .fill }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.value,
            "\(element.name) holds '\(Bytes.display(element.value))', with the fill character where it may not stand; "
                + (element.element.allowsFill ? "code the element or fill all of it" : "code the element"))
    }
}
