internal import MARC

/// Which characters concern which rule, told from their UTF-8.
enum CharacterClass {
    /// The signs of the character that starts at `index`, whose first byte is C2 hex or more. At bytes that are not
    /// UTF-8 the answer is of no use.
    static func signs(at index: Int, in bytes: ByteView) -> Signs {
        let first = bytes[index]
        if first >= 0xC3, first < 0xCC { return [] }
        let scalar = scalar(at: index, in: bytes).value
        if isControl(scalar) { return .control }
        if isOddSpace(scalar) { return [.oddSpace, .beyondLatin] }
        if isInvisible(scalar) { return [.invisible, .beyondLatin] }
        if scalar == 0xFFFD { return .replacement }
        if isMark(scalar) { return [.mark, .beyondLatin] }
        if first >= 0xCD, first < 0xD4 { return [.greekOrCyrillic, .beyondLatin] }
        if isPrivateUse(scalar) { return [.privateUse, .beyondLatin] }
        return first >= 0xCC ? .beyondLatin : []
    }

    /// The character that starts at `index` and the bytes that it takes; U+FFFD over one byte where none does.
    static func scalar(at index: Int, in bytes: ByteView) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index &+ length <= bytes.count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (0x7F &>> UInt32(length))
        for offset in 1..<length { value = value &<< 6 | UInt32(bytes[index &+ offset] & 0x3F) }
        return (value, length)
    }

    /// `U+0301`: a character by its number.
    static func name(of scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// C1 controls but the non-sorting marks and joiners that libraries use there, and what no character ever is.
    static func isControl(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x88, 0x89, 0x8D, 0x8E, 0x98, 0x9C: false
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar & 0xFFFE == 0xFFFE
        }
    }

    /// A blank that takes room, other than U+0020.
    static func isOddSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
        default: false
        }
    }

    /// A character that takes no room and is no joiner: U+200C and U+200D are letters' business.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// A character that means what two programs have agreed on.
    static func isPrivateUse(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
        default: false
        }
    }

    /// A mark that stands on the character before it, so that a blank before it is no mere blank.
    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x64B...0x65F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x20D0...0x20FF, 0x3099...0x309A, 0xFE20...0xFE2F:
            true
        default: false
        }
    }
}
