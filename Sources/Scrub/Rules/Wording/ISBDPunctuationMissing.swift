internal import MARC
internal import Update

/// ISBD punctuation before a subfield that can have only this one: ` /` before 245 $c, ` ;` before 490 $v.
enum ISBDPunctuationMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "isbd-punctuation"

    static func apply(to work: inout ScrubWork) {
        guard work.record.withView({ $0.kind == .bibliographic && Wording($0).hasEnglishISBD }) else { return }
        work.rewrite(code) { value, text in
            guard let index = value.subfield, let code = value.code, ByteContext.isLower(code),
                index + 1 < value.field.subfields.count
            else { return nil }
            let next = value.field.subfields.code(at: index + 1)
            guard let mark = mark(in: value.field, before: next, after: code),
                let punctuated = punctuated(value.bytes, mark)
            else { return nil }
            text = punctuated
            return
                "\(value.name) ends without the \"\(mark)\" that ISBD has before $\(Bytes.display([next])); it was added"
        }
    }

    /// Source: ISBD, areas 1, 4, 5 and 6, as LC's rule interpretations place them in MARC fields.
    private static func mark(in field: FieldView, before next: UInt8, after code: UInt8) -> StaticString? {
        switch (field.tag, Unicode.Scalar(next)) {
        case ("245", "c"), ("250", "b"): " /"
        case ("245", "n"): "."
        case ("245", "p"): code == UInt8(ascii: "n") ? "," : "."
        case ("260", "b"), ("300", "b"): " :"
        case ("264", "b"): field.indicator2 == UInt8(ascii: "4") ? nil : " :"
        case ("260", "c"): ","
        case ("264", "c"): field.indicator2 == UInt8(ascii: "4") ? nil : ","
        case ("300", "c"), ("490", "v"): " ;"
        case ("300", "e"): " +"
        default: nil
        }
    }

    /// `value` with `mark` behind it; nil where it ends with any punctuation that says that something else is meant.
    private static func punctuated(_ value: ByteView, _ mark: StaticString) -> [UInt8]? {
        let sign = mark.utf8Start[mark.utf8CodeUnitCount - 1]
        let text = Array("\(mark)".utf8)
        guard let last = value.last else { return nil }
        if last == sign {
            // The sign is there, without its blank: `Title/`.
            guard text.count == 2, value.count > 2, value[value.count - 2] != 0x20, sign == UInt8(ascii: "/") else {
                return nil
            }
            return Array(value.dropLast()) + text
        }
        if last == UInt8(ascii: "]") || last == UInt8(ascii: ")"),
            value.dropLast().last.map({ ".,:;/".utf8.contains($0) }) ?? true
        {
            return nil
        }
        let mayFollow =
            ByteContext.isLetter(last) || ByteContext.isDigit(last) || last >= 0x80
            || ")]\"!?".utf8.contains(last) || last == UInt8(ascii: ".") && text.count == 2
        return mayFollow ? Array(value) + text : nil
    }

    static let code = DefectCode(
        "scrub.isbd-punctuation-missing", .info, .repaired,
        what:
            "The record says that it has ISBD punctuation (leader/18), but a mark that must stand before a subfield is not there.",
        why: "Displays that string subfields together run title and author into one.",
        done: """
            The mark was added where only one is possible, as the contributor's profile asks \
            (repairs: [isbd-punctuation]); in records with leader/18 a or i that are catalogued in English.
            """,
        repair: "Add the mark in the library's system, or set leader/18 to c where punctuation is left out on purpose.",
        example: "=245  10$aTitle$cA. Author.")
}
