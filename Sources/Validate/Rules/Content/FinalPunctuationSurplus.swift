internal import MARC
internal import MARC21
public import Update

/// A full stop at the end of a field that has none, in a punctuated record. A short last word may be an
/// abbreviation and is let be.
///
/// Source: MARC 21 Format for Bibliographic Data, "Input conventions" of 240, 246, 490 and 586.
public struct FinalPunctuationSurplus: FieldRule {
    public static let code = DefectCode(
        "validate.final-punctuation-surplus", .info, .noted,
        what: "240, 246, 490 or 586 ends with a full stop that is no part of its last word.",
        why: "The title with and the one without the full stop stand in lists as two.",
        done: "The field is kept as it is.",
        repair: "Delete the full stop at the end.",
        example: "=246  3\\$aAnother title.")
    public static let codes = [code]

    var tags: [TagPattern] { ["240", "246", "490", "586"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let last = field.field.lastDescriptive, last.value.lastByte == UInt8(ascii: "."),
            Self.endsWithLongWord(last.value),
            field.tag == field.judgedTag, field.record.description.hasPunctuation
        else { return }
        field.report(
            Self.code, last, &log,
            "\(field.name(of: last)) ends with a full stop, which \(field.tag) has not; delete it")
    }

    /// Whether at least five small letters, or parts of letters outside ASCII, and a full stop end the text.
    private static func endsWithLongWord(_ value: ByteView) -> Bool {
        let text = value.trimmed
        guard text.count > 6 else { return false }
        for index in (text.count - 6)..<(text.count - 1) where !text[index].isLowerCase && text[index] < 0x80 {
            return false
        }
        return true
    }
}
