internal import MARC
internal import MARC21
public import Update

/// 041 that names one language for the text and the same one for the original.
public struct TranslationOfSameLanguage: FieldRule {
    public static let code = DefectCode(
        "validate.translation-of-same-language", .minor, .noted,
        what: "041 says that the work was translated from the language in which it is.",
        why: "Patrons who look for translations, or for works in their original language, get the wrong titles.",
        done: "The field is kept as it is.",
        repair: "Correct the language of the original in $h, or delete $h where nothing was translated.",
        example: "=041  1\\$aeng$heng")
    public static let codes = [code]

    var tags: [TagPattern] { ["041"] }
    var subfields: ASCIISet { "h" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.repeatedCodes.isDisjoint(with: "ah"), !field.has("k"), let text = field.first("a"),
            let original = field.first("h"), original.count == 3, text.equals(original)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "h")), before: original,
            "041 $a and $h are both \(Bytes.display(text)): a translation into the language of the original; correct one of them"
        )
    }
}
