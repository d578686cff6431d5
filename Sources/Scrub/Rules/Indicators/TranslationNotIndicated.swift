internal import MARC
internal import Update

/// 041 indicator 1, which is 1 for a translation, in a field that names the language of the original.
enum TranslationNotIndicated: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field041
    static let repair: OptionalRepair? = "translation-indicator"

    static func apply(to work: inout ScrubWork) {
        work.setIndicators(code) { field in
            guard field.tag == "041", field.indicator1 != UInt8(ascii: "1"), namesOriginal(field) else { return nil }
            return .init(
                number: 1, value: UInt8(ascii: "1"),
                message: "041 indicator 1 is \(IndicatorName.of(field.indicator1)), but $h names the language of the "
                    + "original; set to 1")
        }
    }

    /// Whether $h stands right behind $a and names other languages: the original of the work itself. Behind $g and its
    /// like it names that of accompanying matter.
    private static func namesOriginal(_ field: FieldView) -> Bool {
        let codes = field.subfields.map(\.code)
        guard let first = codes.firstIndex(of: UInt8(ascii: "h")), first > 0, codes[first - 1] == UInt8(ascii: "a")
        else {
            return false
        }
        let original = field.subfields[first].value
        return !field.subfields.prefix(first).contains { $0.value.equals(original) }
    }

    static let code = DefectCode(
        "scrub.translation-not-indicated", .info, .repaired,
        what:
            "Field 041 names the language of the original ($h), but its indicator 1 does not say that it is a translation.",
        why: "Patrons who look for translations by that indicator do not find the title.",
        done: "Indicator 1 was set to 1, as the contributor's profile asks (repairs: [translation-indicator]).",
        repair: "Set indicator 1 of 041 to 1 where the text is, or includes, a translation.",
        example: "=041  0\\$aeng$hger")
}
