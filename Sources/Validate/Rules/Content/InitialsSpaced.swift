internal import MARC
internal import MARC21
public import Update

/// Blanks between initials in 245 $c, in English records punctuated as AACR2 and its rule interpretations ask.
/// Headings have such blanks.
///
/// Source: LC rule interpretations and policy statements 1.0C, 1.7.1.
public struct InitialsSpaced: FieldRule {
    public static let code = DefectCode(
        "validate.initials-spaced", .info, .noted,
        what: "Initials in 245 $c have blanks between them.",
        why: "It does no harm to patrons; the same statement of responsibility is written in two ways.",
        done: "The field is kept as it is.",
        repair: "Write initials without blanks, as in J.R.R. Tolkien.",
        example: "=245  10$aTitle /$cA. B. Author.")
    public static let codes = [code]

    var tags: [TagPattern] { ["245"] }
    var subfields: ASCIISet { "c" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("c") {
            guard Self.hasSpacedInitials(subfield.value), field.tag == field.judgedTag else { continue }
            let description = field.record.description
            guard description.hasPunctuation, description.isEnglish else { continue }
            field.report(
                Self.code, subfield, &log, "245 $c has blanks between initials: \(subfield.shown); write A.B. for A. B."
            )
        }
    }

    /// A capital, a full stop and a blank, a capital and a full stop, with nothing of a word before them.
    private static func hasSpacedInitials(_ value: ByteView) -> Bool {
        var index = 1
        while index + 3 < value.count {
            if value[index] == UInt8(ascii: "."), value[index + 1] == 0x20, value[index + 2].isUpperCase,
                value[index + 3] == UInt8(ascii: "."), value[index - 1].isUpperCase,
                index < 2 || value[index - 2] == 0x20 || value[index - 2] == UInt8(ascii: ".")
            {
                return true
            }
            index += 1
        }
        return false
    }
}
