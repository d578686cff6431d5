internal import MARC
internal import MARC21
public import Update

/// $w of a linking entry that does not say whose number it is.
///
/// Source: MARC 21 Format for Bibliographic Data, 760-787 $w.
public struct RecordNumberWithoutSource: FieldRule {
    public static let code = DefectCode(
        "validate.record-number-without-source", .info, .noted,
        what: "The number of the other record in $w does not start with the code of its system in parentheses.",
        why: "In the union catalogue it may be taken for another library's number: the link leads to a stranger.",
        done: "The field is kept as it is.",
        repair: "Put the code of the system before the number, as in (OCoLC)1234567.",
        example: "=773  0\\$tHost title$w1234567")
    public static let codes = [code]

    var tags: [TagPattern] { ["76X", "77X", "78X"] }
    var subfields: ASCIISet { "w" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("w") where !AgencyCode.qualifies(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which should start with the system's code, as (OCoLC)1234567 does"
            )
        }
    }
}
