internal import MARC
internal import MARC21
public import Update

/// A language in 008 whose code was withdrawn.
public struct FixedFieldLanguageObsolete: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-language-obsolete", .info, .noted,
        what: "The language in 008 has a code that was withdrawn from the MARC code list for languages, or blanks.",
        why: "The catalogue lists the language under two codes. Records from before the change often have the old one.",
        done: "The field is kept as it is.",
        repair: "Enter the present code; zxx where there is no language.",
        example: #"=008  930517s1993\\\\nyua\\\\\\\\\\001\0\esk\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .obsoleteLanguage }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        let entry = element.element.entry(element.code)
        let successor =
            entry?.successor ?? (element.code.allSatisfy { $0 == 0x20 } ? "zxx where there is no language" : nil)
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) has the obsolete code \(element.codeInWords)"
                + (successor.map { "; today it is \($0)" } ?? ""))
    }
}
