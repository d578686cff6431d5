internal import MARC
internal import Update

/// Accents and other marks with nothing under them that could bear one: at the head of the text, on a blank, on
/// punctuation or a digit. In Unicode a mark follows its letter; where it was written before it, it ends up there.
enum MarkWithoutLetter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .mark

    static func apply(to work: inout ScrubWork) {
        var found: [(place: FieldPlace, bytes: [UInt8], message: String)] = []
        work.forEachValue { value in
            guard let mark = first(in: value.bytes) else { return }
            let sign = CharacterClass.name(of: mark.scalar)
            found.append(
                (
                    value.place, Array(value.bytes),
                    "\(value.name) holds the mark \(sign) \(mark.where), where no letter bears it; correct the word"
                ))
        }
        for (place, bytes, message) in found where !isReported(place, work) {
            work.report(code, at: place, before: bytes, message)
        }
    }

    /// The reading of MARC-8 puts a mark over a blank where the letter was missing, and says so.
    private static func isReported(_ place: FieldPlace, _ work: ScrubWork) -> Bool {
        work.reading.faults.contains { $0.place == place && $0.kind == .marc8(.markWithoutBase) }
    }

    /// The first mark without a letter, and where it stands.
    private static func first(in bytes: ByteView) -> (scalar: UInt32, where: String)? {
        var (index, base) = (0, UInt32(0))
        while index < bytes.count {
            if bytes[index] < 0x80 {
                (base, index) = (UInt32(bytes[index]), index + 1)
                continue
            }
            let (scalar, length) = CharacterClass.scalar(at: index, in: bytes)
            if isAccent(scalar) {
                if index == 0 { return (scalar, "at the head of the text") }
                if let place = unfit(base) { return (scalar, place) }
            } else if !CharacterClass.isMark(scalar) {
                base = scalar
            }
            index += length
        }
        return nil
    }

    /// What cannot bear an accent.
    private static func unfit(_ base: UInt32) -> String? {
        switch base {
        case 0x20, 0xA0: "on a blank"
        case 0x30...0x39: "on a digit"
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: "on the sign \(Bytes.display([UInt8(base)]))"
        default: nil
        }
    }

    /// The accents of Latin, Greek and Cyrillic. Lines under or over and strokes through are put on digits and signs,
    /// too, and other scripts have vowel signs that stand alone in grammars.
    private static func isAccent(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x305, 0x331...0x338: false
        case 0x300...0x36F: true
        default: false
        }
    }

    static let code = DefectCode(
        "scrub.mark-without-letter", .minor, .noted,
        what: "An accent stands at the head of a text, or on a blank, a digit or a punctuation mark.",
        why: "The letter that it belongs to lacks its accent or was lost: the word looks wrong and is not found.",
        done: "Nothing: which letter is meant cannot be told.",
        repair: """
            Correct the word. Many of them point to a conversion that writes accents before their letters, as MARC-8 does; in \
            Unicode they follow them.
            """,
        example: "=245  10$aCafe {xCC}{x81}/$cA. Author.")
}
