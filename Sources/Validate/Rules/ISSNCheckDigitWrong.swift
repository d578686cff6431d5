internal import MARC
internal import MARC21
public import Update

/// An ISSN whose check digit does not agree.
public struct ISSNCheckDigitWrong: FieldRule {
    public static let code = DefectCode(
        "validate.issn-check-digit-wrong", .minor, .noted,
        what: "The last character of the ISSN does not agree with the others: one of them is wrong.",
        why: "The journal or series cannot be found by its ISSN, nor matched with other libraries' records of it.",
        done: "The field is kept as it is; it makes no key for matching.",
        repair: "Compare the ISSN with the item. If it is printed wrongly there, move it to 022 $y.",
        example: "=022  \\\\$a1234-5678")
    public static let codes = [code]

    var tags: [TagPattern] { ISSN.tags }
    var subfields: ASCIISet { ISSN.subfields }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.field.subfields where ISSN.isExpected(in: field.tag, subfield.code) {
            guard let issn = ISSN(scanning: subfield.value), !issn.isValid else { continue }
            log.report(
                Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                "the check digit of \(issn.text) should be \(Bytes.display([issn.expectedCheckDigit])) if the other digits are "
                    + "right; compare the ISSN with the item")
        }
    }
}
