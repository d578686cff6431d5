internal import MARC
internal import Update

/// Blanks other than U+0020: no-break, narrow, wide.
enum OddSpace: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .oddSpace

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            // In text that was encoded twice a no-break blank is half a letter.
            if MojibakeText.decoded(value.bytes) != nil { return nil }
            let count = Blanks.appendReplacing(value, to: &text, where: CharacterClass.isOddSpace)
            return count == 0 ? nil : "\(value.name) holds \(Count.of(count, "no-break or odd blank")), made plain"
        }
    }

    static let code = DefectCode(
        "scrub.odd-space", .info, .repaired,
        what: "A field holds blanks that are not the plain one: no-break, thin, ideographic.",
        why: "They look like blanks, but words next to them may not be found or matched.",
        done: "Each was made a plain blank.",
        repair: "Correct the text in the library's system; they often come with text that was copied from web pages.",
        example: "=245  10$aTitle{xC2}{xA0}of it /$cA. Author.")
}
