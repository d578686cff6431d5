internal import MARC
internal import MARC21
public import Update

/// 044 $a that is in no list of countries.
///
/// Source: MARC Code List for Countries.
public struct CountryCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.country-code-undefined", .minor, .noted,
        what: "A country code in 044 $a is not in the MARC list of countries.",
        why: "Patrons who limit their search to a country of publication do not find the title.",
        done: "The field is kept as it is.",
        repair: """
            Enter a code of two or three letters from the MARC list; codes of another list belong in $c, with the \
            list in $2.
            """,
        example: "=044  \\\\$aeng")
    public static let codes = [code]

    var tags: [TagPattern] { ["044"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where CodeList.countries.standing(of: subfield.value.trimmed) == .undefined
        {
            field.report(
                Self.code, subfield, &log, "044 $a is \(subfield.shown), which is not in the MARC list of countries")
        }
    }
}
