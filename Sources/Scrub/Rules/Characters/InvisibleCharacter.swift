internal import MARC
internal import Update

/// Characters that show nothing, left out where the profile asks for it.
enum InvisibleCharacter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .invisible
    static let repair: OptionalRepair? = "invisible-characters"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            // In text that was encoded twice a soft hyphen is half a letter.
            if MojibakeText.decoded(value.bytes) != nil { return nil }
            var count = 0
            var index = 0
            while index < value.bytes.count {
                let (scalar, length) = CharacterClass.scalar(at: index, in: value.bytes)
                if CharacterClass.isInvisible(scalar) {
                    count += 1
                } else {
                    text.append(contentsOf: value.bytes.slice(index, length))
                }
                index += length
            }
            return count == 0 ? nil : "\(value.name) holds \(Count.of(count, "invisible character")), left out"
        }
    }

    static let code = DefectCode(
        "scrub.invisible-character", .info, .repaired,
        what: "A field holds characters that show nothing: zero-width blanks, direction marks, soft hyphens.",
        why: "A word with one inside looks right and is not found.",
        done: "They were left out, as the contributor's profile asks (repairs: [invisible-characters]).",
        repair: "Correct the text in the library's system; they often come with text that was copied from web pages.",
        example: "=245  10$aTi{xE2}{x80}{x8B}tle /$cA. Author.")
}
