internal import MARC
internal import Update

/// Numeric character references of letters in text that is Unicode and needs none: `&#x1EA1;`, `&#233;`.
enum NumericReferenceInUnicode: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "numeric-references"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code != nil, value.bytes.contains(UInt8(ascii: "&")) else { return nil }
            var (index, count) = (0, 0)
            while index < value.bytes.count {
                if value.bytes[index] == UInt8(ascii: "&"), let reference = Reference(value.bytes, at: index) {
                    text.append(contentsOf: String(reference.scalar).utf8)
                    index += reference.length
                    count += 1
                } else {
                    text.append(value.bytes[index])
                    index += 1
                }
            }
            return count == 0
                ? nil : "\(value.name) holds \(Count.of(count, "numeric character reference")), made the characters"
        }
        // What they stand for may be a mark, or a blank of an odd kind.
        work.lookAgain()
    }

    /// A reference to a character beyond ASCII; those to ASCII stand for signs of HTML or codes.
    private struct Reference {
        let scalar: Unicode.Scalar
        let length: Int

        init?(_ value: ByteView, at start: Int) {
            guard value.slice(start, value.count - start).starts(with: "&#") else { return nil }
            let rest = value[(start + 2)...]
            let isHexadecimal = rest.first.map { $0 | 0x20 } == UInt8(ascii: "x")
            let digits = rest.dropFirst(isHexadecimal ? 1 : 0).prefix(8).prefix { $0 != UInt8(ascii: ";") }
            guard digits.endIndex < value.count, value[digits.endIndex] == UInt8(ascii: ";"),
                let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
                number >= 0xA0, number < 0xD800 || number > 0xF8FF, !CharacterClass.isControl(number),
                number != 0xFFFD, let scalar = Unicode.Scalar(number)
            else { return nil }
            self.scalar = scalar
            length = digits.endIndex + 1 - start
        }
    }

    static let code = DefectCode(
        "scrub.numeric-reference", .minor, .repaired,
        what: "Unicode text holds numeric character references such as &#x1EA1; instead of the letters.",
        why: "Patrons see the reference, and the word is not found.",
        done: "They were made the characters, as the contributor's profile asks (repairs: [numeric-references]).",
        repair: "Set the export to write the characters themselves; UTF-8 needs no references.",
        example: "=245  10$aCaf&#233; society /$cA. Author.")
}
