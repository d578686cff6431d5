internal import MARC
internal import MARC21
public import Update

/// $2 with a code that is in none of the source code lists.
///
/// Source: Source Codes for Vocabularies, Rules, and Schemes.
public struct SourceCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.source-code-undefined", .info, .noted,
        what: """
            $2, which names the list that a term or number was taken from, has a code that is in none of the source \
            code lists.
            """,
        why: "Terms of an unknown list are not searched together with others of their kind.",
        done: "The field is kept as it is.",
        repair: "Enter the list's code as the Library of Congress has it, or ask for a code for a list of your own.",
        example: "=650  \\7$aCats$2xyzlist")
    public static let codes = [code]

    var tags: [TagPattern] { SourceCodes.tags }
    var subfields: ASCIISet { "2" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("2") where !SourceCodes.isKnown(subfield.value, in: field.judgedTag) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which is in none of the source code lists")
        }
    }
}
