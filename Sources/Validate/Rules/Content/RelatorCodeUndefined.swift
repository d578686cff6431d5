internal import MARC
internal import MARC21
public import Update

/// $4 with a code that is in no list of relators. URIs are let be.
///
/// Source: MARC Code List for Relators.
public struct RelatorCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.relator-code-undefined", .info, .noted,
        what: "A relator code in $4 is not in the MARC list of relators.",
        why: "Displays cannot say what the person did: author, illustrator, translator.",
        done: "The field is kept as it is.",
        repair: "Enter a code of three letters from the MARC list, one in each $4, or a URI.",
        example: "=700  1\\$aWriter, B.$4xyz")
    public static let codes = [code]

    var tags: [TagPattern] { ["1XX", "27X", "4XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "4" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("4") {
            guard CodeList.relators.standing(of: subfield.value) == .undefined,
                URIForm.scheme(of: subfield.value) == nil
            else { continue }
            // Relationship codes of RDA and ONIX that the list of relators does not have take other lengths.
            guard subfield.value.count <= 3 || subfield.value.contains(0x20), field.defines(subfield.code) else {
                continue
            }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which is not in the MARC list of relators; correct it"
            )
        }
    }
}
