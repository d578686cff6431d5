internal import MARC
internal import MARC21
public import Update

/// $z of a linking entry that is no ISBN, or whose check digit does not agree.
///
/// Source: MARC 21 Format for Bibliographic Data, 760-787 $z.
public struct LinkingEntryISBNWrong: FieldRule {
    public static let code = DefectCode(
        "validate.linking-entry-isbn-wrong", .minor, .noted,
        what: "The ISBN in $z of a linking entry is not one, or its check digit does not agree.",
        why: "Patrons are not led to the other edition.",
        done: "The field is kept as it is.",
        repair: "Compare the ISBN with the other record.",
        example: "=776  08$iOnline version:$tTitle$z0306406153")
    public static let codes = [code]

    var tags: [TagPattern] { ["76X", "77X", "78X"] }
    var subfields: ASCIISet { "z" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("z") {
            let isbn = ISBN(scanning: subfield.value)
            if isbn?.isValid == true { continue }
            field.report(
                Self.code, subfield, &log,
                isbn.map {
                    "\(field.name(of: subfield)) is \($0.text), whose check digit should be \(Bytes.display([$0.expectedCheckDigit])) "
                        + "if the other digits are right"
                }
                    ?? "\(field.name(of: subfield)) is \(subfield.shown), which does not start with an ISBN of 10 or 13 characters"
            )
        }
    }
}
