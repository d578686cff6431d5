internal import MARC
internal import Update

/// Control characters, and code points that Unicode keeps for no character, in data.
enum ControlCharacter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .control
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            var count = 0
            var index = 0
            // In text that was encoded twice they are halves of letters.
            let keepsHigh = MojibakeText.decoded(value.bytes) != nil
            while index < value.bytes.count {
                let (scalar, length) = CharacterClass.scalar(at: index, in: value.bytes)
                if isUnwanted(scalar), scalar < 0x80 || !keepsHigh {
                    count += 1
                } else {
                    text.append(contentsOf: value.bytes.slice(index, length))
                }
                index += length
            }
            return count == 0 ? nil : "\(value.name) holds \(Count.of(count, "control character")), left out"
        }
    }

    private static func isUnwanted(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D: false
        default: CharacterClass.isControl(scalar)
        }
    }

    static let code = DefectCode(
        "scrub.control-character", .minor, .repaired,
        what: "A field holds control characters, which are no text.",
        why: "They break displays, exchange formats and searches: a word with one inside is not found.",
        done: "The control characters were left out.",
        repair: "Correct the text in the library's system; they often come with text that was copied from elsewhere.",
        example: "=245  10$aTi{x05}tle /$cA. Author.")
}

/// Numbers in messages.
enum Count {
    /// `1 blank`, `3 blanks`.
    static func of(_ count: Int, _ noun: StaticString) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
