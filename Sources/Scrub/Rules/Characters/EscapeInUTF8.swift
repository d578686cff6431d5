internal import MARC
internal import Update

/// Escape characters, which only MARC-8 has, in text that is Unicode.
enum EscapeInUTF8: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .escape
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.bytes.contains(Delimiter.escape) else { return nil }
            append(value.bytes, to: &text)
            return "\(value.name) holds escape characters of MARC-8 although the record is Unicode; they were left out"
        }
    }

    /// Appends the text without escape characters; a sequence that leads to the default sets goes with its escape
    /// character, for it says nothing.
    private static func append(_ value: ByteView, to text: inout [UInt8]) {
        var index = 0
        while index < value.count {
            guard value[index] == Delimiter.escape else {
                text.append(value[index])
                index += 1
                continue
            }
            let rest = value.slice(index + 1, value.count - index - 1)
            index += 1
            if rest.starts(with: "(B") || rest.starts(with: ",B") { index += 2 }
            if rest.starts(with: "s") { index += 1 }
            if rest.starts(with: ")!E") || rest.starts(with: "-!E") { index += 3 }
        }
    }

    static let code = DefectCode(
        "scrub.escape-in-utf8", .minor, .repaired,
        what: "A Unicode record holds escape characters, by which MARC-8 changes to another script.",
        why: "They are leftovers of a conversion that went wrong; what stands between them may be unreadable.",
        done: "The escape characters were left out, with the sequences that mean nothing but the default script.",
        repair: "Look at the field's text in the other script and correct it in the library's system.",
        example: "=LDR  00000cam a2200000 a 4500\n=245  10$aÉtude {x1B}sur l'eau /$cA. Author.")
}
