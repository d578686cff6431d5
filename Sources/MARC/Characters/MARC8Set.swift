internal import CMARC8Tables

/// A graphic character set of MARC-8. The single-byte sets have the numbers of the compiled-in tables.
enum MARC8Set: UInt8 {
    case ascii = 0
    case ansel, greekSymbols, `subscript`, superscript, hebrew, cyrillic, cyrillicExtended, arabic
    case arabicExtended, greek
    /// East Asian Character Code: three bytes a character.
    case eacc

    /// The single-byte set that a final character of an escape sequence names.
    init?(singleByteFinal final: UInt8) {
        switch final {
        case UInt8(ascii: "B"): self = .ascii
        case UInt8(ascii: "E"): self = .ansel
        case UInt8(ascii: "2"): self = .hebrew
        case UInt8(ascii: "3"): self = .arabic
        case UInt8(ascii: "4"): self = .arabicExtended
        case UInt8(ascii: "N"): self = .cyrillic
        case UInt8(ascii: "Q"): self = .cyrillicExtended
        case UInt8(ascii: "S"): self = .greek
        default: return nil
        }
    }

    /// The set that a two-character escape sequence of the older technique names.
    init?(custom final: UInt8) {
        switch final {
        case UInt8(ascii: "g"): self = .greekSymbols
        case UInt8(ascii: "b"): self = .subscript
        case UInt8(ascii: "p"): self = .superscript
        case UInt8(ascii: "s"): self = .ascii
        default: return nil
        }
    }

    /// The four control characters of MARC-8 above 7F: non-sorting begin and end, joiner, non-joiner.
    static func control(_ code: UInt8) -> UInt32? {
        switch code {
        case 0x88: 0x98
        case 0x89: 0x9C
        case 0x8D: 0x200D
        case 0x8E: 0x200C
        default: nil
        }
    }

    /// What a code of a single-byte set stands for; nil where the set has no such code.
    func cell(_ code: UInt8) -> MARC8Cell? {
        let bits = marc8_cell(rawValue, code)
        return bits == 0 ? nil : MARC8Cell(bits: bits)
    }

    /// The character of an EACC code of three bytes, in the left or the right half; nil where there is none.
    static func eaccCharacter(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32? {
        let character = marc8_eacc_character(first, second, third)
        return character == 0 ? nil : character
    }
}

/// One cell of a single-byte set.
struct MARC8Cell {
    let bits: UInt32

    var character: UInt32 { bits & UInt32(MARC8_CHARACTER) }
    /// A mark: it stands before its base.
    var isCombining: Bool { bits & UInt32(MARC8_COMBINING) != 0 }
    /// The first half of a mark over two letters; its character is that of the whole mark.
    var isFirstHalf: Bool { bits & UInt32(MARC8_FIRST_HALF) != 0 }
    /// The second half of such a mark, which has no character of its own.
    var isSecondHalf: Bool { bits & UInt32(MARC8_SECOND_HALF) != 0 }
}
