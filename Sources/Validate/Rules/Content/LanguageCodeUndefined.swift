internal import MARC
internal import MARC21
public import Update

/// A code in 041 or 242 $y that is in no list of languages. What is run together (`engfre`) is judged code by code.
///
/// Source: MARC Code List for Languages.
public struct LanguageCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.language-code-undefined", .minor, .noted,
        what: "A language code is not in the MARC list of languages.",
        why: "Patrons who limit their search to the language do not find the title.",
        done: "The field is kept as it is.",
        repair: """
            Enter a code of three letters from the MARC list, one in each subfield; for codes of another list set \
            the second indicator of 041 to 7 and name the list in $2.
            """,
        example: "=041  0\\$aenk")
    public static let codes = [code]

    var tags: [TagPattern] { ["041", "242"] }
    var subfields: ASCIISet { "abdefghijkmnpqrty" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        LanguageCodes.forEach(field) { subfield, code in
            guard CodeList.languages.standing(of: code) == .undefined else { return }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) has \(Bytes.display(code)), which is not in the MARC list of languages")
        }
    }
}
