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
        var start = 0
        while let stop = value.index(of: ". ", from: start) {
            let (first, second) = (Self.initial(endingAt: stop, in: value), Self.initial(from: stop + 2, in: value))
            if let first, let second, second < value.count, value[second] == UInt8(ascii: "."),
                first == 0 || !value[first - 1].isWordByte
            {
                return true
            }
            start = stop + 2
        }
        return false
    }

    /// Where the one capital starts that ends before `end`; letters outside ASCII are taken for capitals.
    private static func initial(endingAt end: Int, in value: ByteView) -> Int? {
        var start = end - 1
        while start >= 0, value[start] & 0xC0 == 0x80 { start -= 1 }
        return start >= 0 && isCapital(value[start]) ? start : nil
    }

    /// Where the one capital ends that starts at `start`.
    private static func initial(from start: Int, in value: ByteView) -> Int? {
        guard start < value.count, isCapital(value[start]) else { return nil }
        var end = start + 1
        while end < value.count, value[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte.isUpperCase || byte >= 0xC3 }
}
