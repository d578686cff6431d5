internal import MARC
internal import MARC21
public import Update

/// A country in 008 whose code was withdrawn.
public struct FixedFieldCountryObsolete: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-country-obsolete", .info, .noted,
        what:
            "The place of publication in 008/15-17 has a code that was withdrawn from the MARC code list for countries.",
        why: "The catalogue lists the place under two codes. Records from before the change often have the old one.",
        done: "The field is kept as it is.",
        repair: "Enter the code of today's country.",
        example: #"=008  930517s1993\\\\ur\a\\\\\\\\\\001\0\rus\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .obsoleteCountry }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        let entry = element.element.entry(element.code)
        let meaning = entry?.label ?? ""
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) has the obsolete code \(element.codeInWords)\(meaning.isEmpty ? "" : ", \(meaning)")"
                + (entry?.successor.map { "; today it is \($0)" } ?? ""))
    }
}
