internal import MARC
internal import MARC21
public import Update

/// Fields without a full stop at their end, in a punctuated record from before 2019: said once a record, at the
/// first of them. Since then the full stop may be left out.
///
/// Source: AACR2 and LC rule interpretations 1.0C; PCC policy on terminal periods (2019).
public struct FinalPunctuationMissing: FieldRule {
    public static let code = DefectCode(
        "validate.final-punctuation-missing", .info, .noted,
        what: "Title, notes or headings of a punctuated record do not end with a full stop, parenthesis or hyphen.",
        why: "Displays that print fields one after another run them together.",
        done: "The field is kept as it is.",
        repair: "Put the full stop at the end, or set leader/18 to c where your system adds it.",
        example: "=245  10$aTitle /$cA. Author")
    public static let codes = [code]

    var tags: [TagPattern] {
        [
            "1XX", "245", "300", "500", "502", "504", "511", "518", "520", "525", "530", "546", "547", "550", "580",
            "60X", "61X", "63X", "650", "651", "70X", "71X", "73X", "74X",
        ]
    }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard Self.isOpen(field.field, field.record), field.tag == field.judgedTag,
            field.record.description.hasFinalPunctuation,
            field.isFirst(where: { concerns($0) && Self.isOpen($0, field.record) })
        else { return }
        let others = field.record.view.fields.count { concerns($0) && Self.isOpen($0, field.record) } - 1
        log.report(
            Self.code, at: field.place(), before: field.field.lastDescriptive?.value,
            "\(field.name) ends without a full stop" + (others > 0 ? ", as \(others) more fields of the record do" : "")
                + "; end it with one, or set leader/18 to c")
    }

    private func concerns(_ field: FieldView) -> Bool { tags.contains { $0.matches(field.tag) } }

    /// Whether the last subfield of the description ends with a letter, a digit or a mark that goes on. Headings from a list
    /// that $2 names follow that list.
    private static func isOpen(_ field: FieldView, _ record: RecordCase) -> Bool {
        guard let last = field.lastDescriptive, let byte = last.value.lastByte else { return false }
        guard
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
                || last.value.endsWithLetterBeyondASCII || field.tag == "245" && Self.isOpenTitle(last.value)
        else { return false }
        if field.tag == "300", !record.has("490") { return false }
        // An address or a number of an identifier that closes a note bears no full stop.
        if field.subfield("u") != nil || field.subfield("2") != nil || last.value.holds("://") { return false }
        // Subjects of other lists than that of the Library of Congress, MeSH among them, end without one.
        return field.tag.first != UInt8(ascii: "6") || field.indicator2 == UInt8(ascii: "0")
    }

    /// A title ends with a full stop also where a bracket closes, as in `[et al.]`, and not where a sentence ends inside
    /// quotation marks.
    ///
    /// Source: MARC 21 Format for Bibliographic Data, 245, "Input conventions".
    private static func isOpenTitle(_ value: ByteView) -> Bool {
        switch value.lastByte {
        case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: ":"),
            UInt8(ascii: "\\"):
            true
        case UInt8(ascii: "\""):
            value.trimmingEnd("\"").lastByte.map { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ")") } ?? false
        default: false
        }
    }
}

extension ByteView {
    /// Whether the last character is a letter of Latin, Greek or Cyrillic outside ASCII.
    fileprivate var endsWithLetterBeyondASCII: Bool {
        var index = count
        while index > 0, self[index - 1] == 0x20 { index -= 1 }
        guard index > 1, self[index - 1] & 0xC0 == 0x80 else { return false }
        let lead = self[index - 2]
        // Not × and ÷.
        return lead >= 0xC3 && lead < 0xCA && !(lead == 0xC3 && (self[index - 1] == 0x97 || self[index - 1] == 0xB7))
            || lead >= 0xCE && lead < 0xD3
    }
}
