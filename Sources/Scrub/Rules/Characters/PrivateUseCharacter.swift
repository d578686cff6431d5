internal import MARC
internal import Update

/// Characters of Unicode's private use areas, which mean something to the program alone that wrote them.
enum PrivateUseCharacter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .privateUse

    static func apply(to work: inout ScrubWork) {
        var found: [(place: FieldPlace, bytes: [UInt8], message: String)] = []
        work.forEachValue { value in
            guard let first = first(in: value.bytes) else { return }
            found.append(
                (
                    value.place, Array(value.bytes),
                    "\(value.name) holds \(CharacterClass.name(of: first)), which Unicode leaves to private "
                        + "agreement; enter the character that is meant"
                ))
        }
        for (place, bytes, message) in found { work.report(code, at: place, before: bytes, message) }
    }

    private static func first(in bytes: ByteView) -> UInt32? {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = CharacterClass.scalar(at: index, in: bytes)
            if CharacterClass.isPrivateUse(scalar) { return scalar }
            index += length
        }
        return nil
    }

    static let code = DefectCode(
        "scrub.private-use-character", .minor, .noted,
        what: "A field holds a character of the private use area: only the program that wrote it knows what it means.",
        why: "Patrons see a box, or a wrong sign, and the word is not found.",
        done: "Nothing: which character is meant cannot be told.",
        repair: """
            Enter the character that is meant. A few East Asian ones have had no other code in conversions from MARC-8; newer \
            tables know them.
            """,
        example: "=245  10$aTitle {xEE}{x80}{x80} /$cA. Author.")
}
