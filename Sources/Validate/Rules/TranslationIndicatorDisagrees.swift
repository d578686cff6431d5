internal import MARC
internal import MARC21
public import Update

/// 041 that names the language of an original, and does not say that there is a translation. $h behind the languages of
/// subtitles or of a libretto is about those; the original may also be there in full.
public struct TranslationIndicatorDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.translation-indicator-disagrees", .info, .noted,
        what:
            "041 names the language of the original in $h or $k, and its indicator 1 says that nothing is translated.",
        why: "Displays that go by the indicator do not tell patrons that they hold a translation.",
        done: "The indicator is kept as it is.",
        repair: "Set indicator 1 to 1, or remove $h where the text is the original.",
        example: "=041  0\\$aeng$hfre")
    public static let codes = [code]

    var tags: [TagPattern] { ["041"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "h"), UInt8(ascii: "k")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.field.indicator1 == UInt8(ascii: "0"), let original = Self.original(field.field.subfields) else {
            return
        }
        log.report(
            Self.code, at: field.place(indicator: 1), before: original.value,
            "\(field.name) has the language of an original in \(Words.subfield(original.code)), and indicator 1 says that it is no translation"
        )
    }

    /// The first $h or $k, where it follows a language of the text and names another one.
    private static func original(_ subfields: Subfields) -> SubfieldView? {
        for index in 1..<max(subfields.count, 1) where isOriginal(subfields[index].code) {
            let found = subfields[index]
            guard isText(subfields[index - 1].code) else { return nil }
            let isThere = subfields.contains { isText($0.code) && $0.value.equals(found.value) }
            return isThere ? nil : found
        }
        return nil
    }

    private static func isOriginal(_ code: UInt8) -> Bool { code == UInt8(ascii: "h") || code == UInt8(ascii: "k") }
    private static func isText(_ code: UInt8) -> Bool { code == UInt8(ascii: "a") || code == UInt8(ascii: "d") }
}
