internal import MARC
internal import Update

/// The left or right half of a mark over two letters (U+FE20 and U+FE21, U+FE22 and U+FE23) without the other.
enum MarkHalfAlone: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .mark

    static func apply(to work: inout ScrubWork) {
        var found: [(place: FieldPlace, bytes: [UInt8], message: String)] = []
        work.forEachValue { value in
            guard let half = first(in: value.bytes) else { return }
            found.append(
                (
                    value.place, Array(value.bytes),
                    "\(value.name) holds \(CharacterClass.name(of: half)), one half of a mark over two letters, without the "
                        + "other; correct the word"
                ))
        }
        for (place, bytes, message) in found { work.report(code, at: place, before: bytes, message) }
    }

    /// The first half without the other, which stands one letter further on.
    private static func first(in bytes: ByteView) -> UInt32? {
        // U+FE20 to U+FE23 begin with this byte.
        guard bytes.contains(0xEF) else { return nil }
        var (index, left, letters) = (0, UInt32?.none, 0)
        while index < bytes.count {
            let (scalar, length) = CharacterClass.scalar(at: index, in: bytes)
            switch scalar {
            case 0xFE20, 0xFE22:
                if let left { return left }
                (left, letters) = (scalar, 0)
            case 0xFE21, 0xFE23:
                guard left == scalar - 1 else { return left ?? scalar }
                left = nil
            default:
                if !CharacterClass.isMark(scalar) { letters += 1 }
                if letters > 1, let left { return left }
            }
            index += length
        }
        return left
    }

    static let code = DefectCode(
        "scrub.mark-half-alone", .minor, .noted,
        what: "One half of a ligature or double tilde over two letters (U+FE20-FE23) stands without the other half.",
        why: "The word is not found under the spelling that others have, and most fonts show a box.",
        done: "Nothing: where the other half belongs cannot be told.",
        repair: "Correct the word: both letters bear a half, or the one mark U+0361 or U+0360 stands between them.",
        example: "=245  10$aI{xEF}{xB8}{xA0}akovlev /$cA. Author.")
}
