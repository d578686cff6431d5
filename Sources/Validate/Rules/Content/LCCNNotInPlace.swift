internal import MARC
internal import MARC21
public import Update

/// A Library of Congress control number without the blanks and zeros that put its parts in their places.
///
/// Source: MARC 21 Format for Bibliographic Data, 010, "Structure of the LC control number".
public struct LCCNNotInPlace: FieldRule {
    public static let code = DefectCode(
        "validate.lccn-not-in-place", .info, .noted,
        what: """
            The number in 010 $a is not written as its structure asks: prefix, year and number in fixed places, \
            filled with blanks and zeros.
            """,
        why: "Holdfast finds the title all the same. Systems that compare the numbers as they stand do not.",
        done: "The field is kept as it is.",
        repair: """
            Write three characters for the prefix (two where the year has four digits), blanks where there is none, \
            then eight (ten) digits without a hyphen.
            """,
        example: "=010  \\\\$a93-1234")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["010"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            guard let form = LCCNForm(subfield.value), !form.isInPlace else { continue }
            field.report(
                Self.code, subfield, &log,
                "010 $a is '\(subfield.shown)', which should have a prefix of \(form.yearDigits == 2 ? "3 characters and 8" : "2 characters and 10") "
                    + "digits, with blanks for what is not there")
        }
    }
}
