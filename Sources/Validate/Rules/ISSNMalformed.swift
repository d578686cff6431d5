internal import MARC
internal import MARC21
public import Update

/// 022 $a or $l, or $x of a series or linking entry, that does not start with an ISSN.
public struct ISSNMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.issn-malformed", .minor, .noted,
        what: "A subfield for an ISSN does not start with one: four digits, a hyphen, three digits, and a digit or X.",
        why: "The journal or series cannot be found by its ISSN, nor matched with other libraries' records of it.",
        done: "The field is kept as it is; it makes no key for matching.",
        repair: "Enter the ISSN as on the item, 1234-5679; put wrong numbers in 022 $y or $z.",
        example: "=022  \\\\$a12345")
    public static let codes = [code]

    var tags: [TagPattern] { ISSN.tags }
    var subfields: ASCIISet { ISSN.subfields }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.field.subfields where ISSN.isExpected(in: field.tag, subfield.code) {
            guard ISSN(scanning: subfield.value) == nil else { continue }
            log.report(
                Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                "\(field.tag) \(Words.subfield(subfield.code)) is \(Bytes.display(subfield.value)), which does not start with "
                    + "an ISSN as 1234-5679; correct it")
        }
    }
}
