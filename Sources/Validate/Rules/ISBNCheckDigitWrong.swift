internal import MARC
internal import MARC21
public import Update

/// 020 $a with an ISBN whose check digit does not agree.
public struct ISBNCheckDigitWrong: FieldRule {
    public static let code = DefectCode(
        "validate.isbn-check-digit-wrong", .minor, .noted,
        what: "The last character of the ISBN in 020 $a does not agree with the others: one of them is wrong.",
        why: "The title cannot be found by its ISBN, nor matched with other libraries' records of it.",
        done: "The field is kept as it is; it makes no key for matching.",
        repair: "Compare the ISBN with the item. If it is printed wrongly there, move it to $z.",
        example: "=020  \\\\$a0306406153")
    public static let codes = [code]

    var tags: [TagPattern] { ["020"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.field.subfields where subfield.code == UInt8(ascii: "a") {
            guard let isbn = ISBN(scanning: subfield.value), !isbn.isValid else { continue }
            log.report(
                Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                "the check digit of \(isbn.text) should be \(Bytes.display([isbn.expectedCheckDigit])) if the other digits are "
                    + "right; compare the ISBN with the item")
        }
    }
}
