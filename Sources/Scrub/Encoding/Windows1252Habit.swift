/// Whether a byte from 80 hex on is what records in Windows-1252, and so in ISO 8859-1, have in such a place.
enum Windows1252Habit {
    static func fit(_ context: ByteContext) -> EncodingEvidence.Fit {
        switch context.byte {
        case 0x8A, 0x8C, 0x8E, 0xC0...0xD6, 0xD8...0xDE: fitOfCapital(context)
        case 0x9A, 0x9C, 0x9E, 0x9F, 0xDF...0xF6, 0xF8...0xFF: fitOfSmall(context)
        case 0x91...0x94, 0x85, 0x96, 0x97: .good
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: .bad
        case 0xA1, 0xBF: ByteContext.isLetter(context.previous) ? .bad : .good
        case 0xA9: context.isBeforeNumber ? .good : context.isBesideLetter ? .bad : .possible
        case 0xAB, 0xBB: context.isBetweenLetters ? .bad : .good
        case 0xAA, 0xBA, 0xB0: fitOfOrdinal(context)
        case 0xA0: .possible
        default: context.isBesideLetter ? .bad : .possible
        }
    }

    private static func fitOfCapital(_ context: ByteContext) -> EncodingEvidence.Fit {
        if isCrowded(context) { return .bad }
        if ByteContext.isLower(context.previous) || isSmall(context.previous) { return .bad }
        return ByteContext.isLetter(context.next) || ByteContext.isUpper(context.previous) ? .good : .possible
    }

    /// An accented vowel before another vowel is rare in the languages that this encoding serves, and what MARC-8 has
    /// before each of its letters; so it counts for nothing. Nor do letters that few languages have, or a neighbour
    /// that is no ASCII either: a word of nothing but such letters is Cyrillic or Greek in an encoding of its own.
    private static func fitOfSmall(_ context: ByteContext) -> EncodingEvidence.Fit {
        if isCrowded(context) || ByteContext.isUpper(context.next) { return .bad }
        if isVowel(context.next) || isRare(context.byte) { return .possible }
        if context.previous >= 0x80 || context.next >= 0xC0 { return .possible }
        return context.isBesideLetter || context.previous == 0x20 ? .good : .possible
    }

    /// A letter between two others that are not ASCII.
    private static func isCrowded(_ context: ByteContext) -> Bool { context.previous >= 0xC0 && context.next >= 0xC0 }

    /// Letters of Icelandic, and ÿ, which ends many a binary byte.
    private static func isRare(_ byte: UInt8) -> Bool { byte == 0xF0 || byte >= 0xFD }

    private static func fitOfOrdinal(_ context: ByteContext) -> EncodingEvidence.Fit {
        let previous = context.previous
        if ByteContext.isDigit(previous) || previous | 0x20 == UInt8(ascii: "n") { return .good }
        return context.isBesideLetter ? .bad : .possible
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0xDF && byte != 0xF7 }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
