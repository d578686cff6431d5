internal import MARC
internal import MARC21
public import Update

/// A call number of the Library of Congress that does not start as one.
///
/// Source: MARC 21 Format for Bibliographic Data, 050.
public struct ClassNumberMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.class-number-malformed", .info, .noted,
        what: "A class number in 050 or 060 does not start with one to three capital letters and a number.",
        why: "The title is filed in the wrong place where shelves are browsed by class.",
        done: "The field is kept as it is.",
        repair: "Correct the class number; Dewey numbers belong in 082, local numbers in 099 or 09X.",
        example: "=050  00$a823.912")
    public static let codes = [code]

    var tags: [TagPattern] { ["050", "060"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where !ClassNumber.isLC(subfield.value) {
            // The National Library of Medicine shelves some by year: 2008 D-250.
            if field.judgedTag == "060", subfield.value.hasDigits(0, 4) { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.tag) $a is \(subfield.shown), which should start with capital letters and a number, as in QA76.9"
            )
        }
    }
}
