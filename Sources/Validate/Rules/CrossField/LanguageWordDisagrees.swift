internal import MARC
internal import MARC21
public import Update

/// A language in words, in 240 or 130 $l or alone in a note 546, that neither 008/35-37 nor 041 has. Only names of
/// the list of languages are compared, in records catalogued in English.
///
/// Source: MARC Code List for Languages.
public struct LanguageWordDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.language-word-disagrees", .info, .noted,
        what: "A uniform title or note names a language that the codes in 008/35-37 and 041 do not have.",
        why: "Patrons who limit their search to the language do not find the title.",
        done: "The field is kept as it is.",
        repair: "Correct the language code or the words.",
        example: """
            =240  10$aTitle.$lFrench
            =100  1\\$aAuthor, A.
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["130", "240", "546"] }
    var subfields: ASCIISet { "la" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let fixed = field.record.fixedField?.value, fixed.count >= 38, field.tag == field.judgedTag,
            let word = Self.word(field)
        else { return }
        let coded = fixed.slice(35, 3)
        guard let own = CodeList.languages.entry(coded), !Self.names(own, word), !coded.equals("mul"),
            let meant = CodeList.languages.codes.entries.first(where: { Self.names($0, word) }),
            !Self.isCoded(meant, field.record), field.record.description.isEnglish
        else { return }
        log.report(
            Self.code, at: field.place(subfield: field.number == 546 ? UInt8(ascii: "a") : UInt8(ascii: "l")),
            before: word,
            "\(field.tag) names \(Bytes.display(word)), and 008/35-37 is \(own.code) (\(own.label)); correct one of them"
        )
    }

    /// $l of a title; of a note the word behind `In` or `Text in` where it stands alone.
    private static func word(_ field: FieldCase) -> ByteView? {
        guard field.number == 546 else { return field.first("l")?.trimmingEnd(".,") }
        guard let note = field.first("a")?.trimmingEnd(".") else { return nil }
        let start = note.begins(with: "in ") ? 3 : note.begins(with: "text in ") ? 8 : note.count
        let word = note.slice(start, note.count - start)
        return word.isEmpty || word.contains(0x20) ? nil : word
    }

    private static func names(_ entry: CodeEntry, _ word: ByteView) -> Bool { word.elementsEqual(entry.label.utf8) }

    private static func isCoded(_ entry: CodeEntry, _ record: RecordCase) -> Bool {
        record.fields("041").contains { field in
            field.subfields.contains { !$0.code.isDigit && $0.value.elementsEqual(entry.code.utf8) }
        }
    }
}
