internal import MARC
internal import MARC21
public import Update

/// 024 with a number whose check digit does not agree.
///
/// Source: MARC 21 Format for Bibliographic Data, 024; ``StandardIdentifier``.
public struct StandardIdentifierCheckDigitWrong: FieldRule {
    public static let code = DefectCode(
        "validate.standard-identifier-check-digit-wrong", .minor, .noted,
        what: "The last character of the number in 024 $a does not agree with the others: one of them is wrong.",
        why: "Patrons who scan or type the number of a recording or score do not find it.",
        done: "The field is kept as it is.",
        repair: "Compare the number with the item. If it is printed wrongly there, move it to $z.",
        example: "=024  1\\$a036000291453")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["024"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let kind = StandardIdentifier(indicator: field.field.indicator1, source: field.first("2")) else { return }
        for subfield in field.subfields("a") {
            guard case .checkDigit(let expected) = kind.fault(in: subfield.value) else { continue }
            field.report(
                Self.code, subfield, &log,
                "the check digit of \(subfield.shown) should be \(Bytes.display([expected])) if the other digits are right; "
                    + "compare the number with the item")
        }
    }
}
