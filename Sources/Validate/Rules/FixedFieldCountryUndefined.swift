internal import MARC
internal import MARC21
public import Update

/// A country in 008 that is not in the code list.
public struct FixedFieldCountryUndefined: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-country-undefined", .minor, .noted,
        what: "The place of publication in 008/15-17 is not in the MARC code list for countries.",
        why: "Patrons who limit a search to a country do not find the title.",
        done: "The field is kept as it is.",
        repair: "Enter a code from the list, two letters and a blank or three letters; xx where the place is unknown.",
        example: #"=008  930517s1993\\\\zzzb\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .country }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords), which is no country code; enter one from the MARC code list")
    }
}
