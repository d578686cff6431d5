internal import MARC
internal import MARC21
public import Update

/// 010 $a that is not a Library of Congress control number.
///
/// Source: MARC 21 Format for Bibliographic Data, 010.
public struct LCCNMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.lccn-malformed", .minor, .noted,
        what: "010 $a has not the shape of a Library of Congress control number, or its year is still to come.",
        why: "The title cannot be found by this number, nor matched with other libraries' records of it.",
        done: "The field is kept as it is; it makes no key for matching.",
        repair: "Enter the number as the Library of Congress gives it, or move a wrong one to $z.",
        example: "=010  \\\\$aABC-12")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["010"] }
    var subfields: ASCIISet { "a" }

    /// The year that a number may not lie behind; nil where it is not known.
    let thisYear: Int?

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            let form = LCCNForm(subfield.value)
            if let form, form.year.map({ $0 <= thisYear ?? $0 && $0 > 2000 }) ?? true { continue }
            field.report(
                Self.code, subfield, &log,
                form == nil
                    ? "010 $a is \(subfield.shown), which is no Library of Congress control number; correct it, or move it to $z"
                    : "010 $a is \(subfield.shown), whose first four digits are no year from 2001 to now; correct it")
        }
    }
}
