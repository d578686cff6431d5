internal import MARC
internal import MARC21
public import Update

/// $8 that is no link number.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $8.
public struct FieldLinkMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.field-link-malformed", .info, .noted,
        what: """
            $8 is not made of a number, perhaps a point and a second number, and perhaps a backslash and a type of \
            link.
            """,
        why: "Fields that belong together are not shown so; issues of a journal are not put under their captions.",
        done: "The field is kept as it is.",
        repair: "Correct $8 to the form 1, 1.2 or 1.2\\x.",
        example: "=500  \\\\$8a$aNote.")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["0XX", "1XX", "2XX", "3XX", "4XX", "5XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "8" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("8")
        where FieldLinkSubfield(subfield.value) == nil && field.defines(subfield.code) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which should be as 1.2 or 1.2\\x is; correct it")
        }
    }
}
