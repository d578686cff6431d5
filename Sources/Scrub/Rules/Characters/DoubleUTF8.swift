internal import MARC
internal import Update

/// Text that was taken for Windows-1252 and encoded in UTF-8 a second time: `Ã©` for `é`.
///
/// Found only where a whole subfield can be decoded once more, where that makes it shorter by two characters or more, and
/// where no character is left that Windows-1252 does not have. Repaired where the profile asks for it.
enum DoubleUTF8: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .nonASCII
    static let decoding: OptionalRepair = "double-utf8"
    static let repairs = [decoding]

    static func apply(to work: inout ScrubWork) {
        guard work.settings.optional.contains(decoding) else { return note(&work) }
        work.rewrite(code) { value, text in
            guard let decoded = MojibakeText.decoded(value.bytes) else { return nil }
            text = decoded
            return "\(value.name) was encoded in UTF-8 more than once; it was decoded"
        }
        // What was hidden in the text comes out only now.
        work.lookAgain()
    }

    private static func note(_ work: inout ScrubWork) {
        var found: [(value: String, place: FieldPlace, before: [UInt8], decoded: [UInt8])] = []
        work.forEachValue { value in
            guard let decoded = MojibakeText.decoded(value.bytes) else { return }
            found.append((value.name, value.place, Array(value.bytes), decoded))
        }
        for (name, place, before, decoded) in found {
            work.report(
                code, at: place, before: before, action: .noted,
                "\(name) looks as if it had been encoded in UTF-8 twice; it would be \(Bytes.display(decoded, limit: 100))"
            )
        }
    }

    static let code = DefectCode(
        "scrub.double-utf8", .major, .repaired,
        what: "Text was encoded in UTF-8 twice: Ã© stands for é.",
        why: "Names and titles show wrong letters, and patrons who type them find nothing.",
        done: "Nothing, or where the contributor's profile asks for it, the text was decoded once more.",
        repair: "Correct the export or the text in the library's system.",
        example: "=245  10$aUniversitÃ© de BesanÃ§on /$cA. Author.")
}

/// Text that may have been encoded twice, or more often.
enum MojibakeText {
    /// What `value` was before it was encoded once too often; nil where that is not certain.
    static func decoded(_ value: ByteView) -> [UInt8]? {
        guard var text = decodedOnce(value) else { return nil }
        while let next = text.withUnsafeBufferPointer({ decodedOnce($0) }) { text = next }
        return text
    }

    private static func decodedOnce(_ value: ByteView) -> [UInt8]? {
        guard hasPair(value) else { return nil }
        var text: [UInt8] = []
        var (index, characters) = (0, 0)
        while index < value.count {
            let (scalar, length) = CharacterClass.scalar(at: index, in: value)
            guard let byte = Windows1252.byte(of: scalar) else { return nil }
            text.append(byte)
            characters += 1
            index += length
        }
        let isUTF8 = text.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0) == nil }
        return isUTF8 && characters - text.count(where: { $0 & 0xC0 != 0x80 }) >= 2 ? text : nil
    }

    /// Whether a character between U+00C2 and U+00F4, which could be a first byte, precedes another one above ASCII.
    private static func hasPair(_ value: ByteView) -> Bool {
        var index = 0
        while index + 2 < value.count {
            if value[index] == 0xC3, value[index + 1] >= 0x82, value[index + 2] >= 0xC2 { return true }
            index += 1
        }
        return false
    }
}
