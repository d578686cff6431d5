internal import MARC
internal import Update

/// Personal names without the comma before $d, or with $q out of its parentheses.
enum NamePunctuation: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "name-punctuation"

    static func apply(to work: inout ScrubWork) {
        guard work.record.withView({ $0.kind == .bibliographic && Wording($0).hasEnglishISBD }) else { return }
        work.rewrite(code) { value, text in
            guard isName(value.field), let code = value.code, let index = value.subfield else { return nil }
            text = Array(value.bytes)
            if code == UInt8(ascii: "q") { parenthesize(&text) }
            let subfields = value.field.subfields
            if index + 1 < subfields.count, subfields.code(at: index + 1) == UInt8(ascii: "d"),
                "abcq".utf8.contains(code),
                mayTakeComma(text)
            {
                text.append(UInt8(ascii: ","))
            }
            return text.elementsEqual(value.bytes)
                ? nil : "\(value.name) is \(Bytes.display(value.bytes)), punctuated \(Bytes.display(text))"
        }
    }

    /// Personal names as AACR2 and RDA punctuate them; other vocabularies have rules of their own.
    private static func isName(_ field: FieldView) -> Bool {
        switch field.tag {
        case "100", "700", "800": field.subfield("2") == nil
        case "600": field.indicator2 == UInt8(ascii: "0") || field.indicator2 == UInt8(ascii: "1")
        default: false
        }
    }

    /// Behind a letter, an initial, or parentheses that are whole; a full stop behind a word means something else.
    private static func mayTakeComma(_ text: [UInt8]) -> Bool {
        guard let last = text.last else { return false }
        switch last {
        case UInt8(ascii: ")"): return text.contains(UInt8(ascii: "("))
        case UInt8(ascii: "."):
            let before = text.dropLast()
            guard let initial = before.last, ByteContext.isUpper(initial) else { return false }
            return before.dropLast().last.map { " .-".utf8.contains($0) } ?? false
        default: return ByteContext.isLetter(last) || last >= 0x80
        }
    }

    private static func parenthesize(_ text: inout [UInt8]) {
        guard !text.contains(where: { "()".utf8.contains($0) }), text.contains(where: ByteContext.isLetter) else {
            return
        }
        let end = text.last == UInt8(ascii: ",") ? [UInt8(ascii: ",")] : []
        text = [UInt8(ascii: "(")] + text.dropLast(end.count) + [UInt8(ascii: ")")] + end
    }

    static let code = DefectCode(
        "scrub.name-punctuation", .info, .repaired,
        what: "A personal name lacks the comma before its dates ($d), or the parentheses around its fuller form ($q).",
        why: "The same heading with and without them is listed and matched as two persons.",
        done: """
            Comma and parentheses were added, as the contributor's profile asks (repairs: [name-punctuation]); in records \
            with leader/18 a or i that are catalogued in English.
            """,
        repair: "Correct the heading by its authority record.",
        example: "=100  1\\$aAuthor, A.$d1920-1999\n=245  10$aTitle /$cA. Author.")
}
