internal import MARC
internal import MARC21
public import Update

/// 022 $y, the place of wrong ISSNs, with the number that $a of the same field has. $l may be the same: it links print and online.
public struct ISSNCancelledValid: FieldRule {
    public static let code = DefectCode(
        "validate.issn-cancelled-valid", .info, .noted,
        what: "The ISSN in 022 $y, where wrong numbers stand, is the one that $a gives as right.",
        why: "The record says of one number that it is right and that it is wrong; programs that trust $y drop it.",
        done: "The field is kept as it is.",
        repair: "Delete $y, or correct the number in $a.",
        example: "=022  \\\\$a0046-225X$y0046-225X")
    public static let codes = [code]

    var tags: [TagPattern] { ["022"] }
    var subfields: ASCIISet { "y" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("y") {
            guard let wrong = ISSN(scanning: subfield.value) else { continue }
            for other in field.subfields("a") {
                guard let right = ISSN(scanning: other.value), right.text == wrong.text else { continue }
                field.report(
                    Self.code, subfield, &log,
                    "022 $y and $a both hold \(wrong.text); delete $y, or correct $a")
            }
        }
    }
}
