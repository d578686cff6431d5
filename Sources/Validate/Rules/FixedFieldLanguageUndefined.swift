internal import MARC
internal import MARC21
public import Update

/// A language in 008 that is not in the code list.
public struct FixedFieldLanguageUndefined: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-language-undefined", .major, .noted,
        what: "The language in 008 is not in the MARC code list for languages.",
        why: "Patrons who limit a search to their language do not find the title.",
        done: "The field is kept as it is.",
        repair:
            "Enter a code of three letters from the list; zxx where there is no language, mul for several, und where it is unknown.",
        example: #"=008  930517s1993\\\\nyua\\\\\\\\\\001\0\enl\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .language }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords), which is no language code; enter one from the MARC code list")
    }
}
