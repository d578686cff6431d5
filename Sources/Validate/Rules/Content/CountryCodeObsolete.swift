internal import MARC
internal import MARC21
public import Update

/// 044 $a that the list of countries has withdrawn.
///
/// Source: MARC Code List for Countries.
public struct CountryCodeObsolete: FieldRule {
    public static let code = DefectCode(
        "validate.country-code-obsolete", .info, .noted,
        what: "A country code in 044 $a has been withdrawn from the MARC list.",
        why: "Patrons who limit their search to the country by its code of today do not find the title.",
        done: "The field is kept as it is.",
        repair: "Replace it by the code that the message names, or by the list's code for the country.",
        example: "=044  \\\\$aur")
    public static let codes = [code]

    var tags: [TagPattern] { ["044"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            let code = subfield.value.trimmed
            guard CodeList.countries.isObsolete(code) else { continue }
            field.report(
                Self.code, subfield, &log,
                "044 $a is \(subfield.shown), which was withdrawn"
                    + (CodeList.countries.successor(of: code).map { "; use \($0)" } ?? "; use the list's code of today")
            )
        }
    }
}
