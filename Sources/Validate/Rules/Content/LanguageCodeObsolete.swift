internal import MARC
internal import MARC21
public import Update

/// A code in 041 or 242 $y that the list of languages has withdrawn.
///
/// Source: MARC Code List for Languages.
public struct LanguageCodeObsolete: FieldRule {
    public static let code = DefectCode(
        "validate.language-code-obsolete", .minor, .noted,
        what: "A language code has been withdrawn from the MARC list of languages.",
        why: "Patrons who limit their search to the language by its code of today do not find the title.",
        done: "The field is kept as it is.",
        repair: "Replace it by the code that the message names, or by the list's code for the language.",
        example: "=041  0\\$ascr")
    public static let codes = [code]

    var tags: [TagPattern] { ["041", "242"] }
    var subfields: ASCIISet { "abdefghijkmnpqrty" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        LanguageCodes.forEach(field) { subfield, code in
            guard CodeList.languages.isObsolete(code) else { return }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) has \(Bytes.display(code)), which was withdrawn"
                    + (CodeList.languages.successor(of: code).map { "; use \($0)" } ?? "; use the list's code of today")
            )
        }
    }
}
