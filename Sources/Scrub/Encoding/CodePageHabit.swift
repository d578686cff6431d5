/// Whether a byte from 80 hex on is what records in a code page have in such a place.
///
/// Read in the wrong Cyrillic code page, letters become frames and signs, or capitals become small letters and the reverse:
/// then words start small and go on in capitals.
enum CodePageHabit {
    static func fit(_ context: ByteContext, _ page: CodePage) -> EncodingEvidence.Fit {
        if page.isMark(context.byte) { return fitOfMark(context, page) }
        switch CharacterKind(page.character(context.byte)) {
        case .none, .frame: return .bad
        case .small: return kind(context.previous, page) == .sign ? .possible : .good
        case .capital:
            switch kind(context.previous, page) {
            case .small: return .bad
            case .capital, .sign: return .possible
            default: return .good
            }
        case .sign:
            return [context.previous, context.next].contains { isOfWord($0, page) } ? .bad : .possible
        case .plain: return .possible
        }
    }

    /// Whether a byte from 80 hex on is a letter or a sign: signs do not stand beside those.
    private static func isOfWord(_ byte: UInt8, _ page: CodePage) -> Bool {
        let kind = kind(byte, page)
        return byte >= 0x80 && (kind.isLetter || kind == .sign)
    }

    private static func kind(_ byte: UInt8, _ page: CodePage) -> CharacterKind { CharacterKind(page.character(byte)) }

    private static func fitOfMark(_ context: ByteContext, _ page: CodePage) -> EncodingEvidence.Fit {
        let base = context.value[(context.index + 1)...].first { !page.isMark($0) }
        return base.map { kind($0, page).isLetter } ?? false ? .good : .bad
    }

    /// What a character is, as far as code pages can be told by it.
    private enum CharacterKind: Equatable {
        /// Not assigned.
        case none
        case small
        case capital
        case sign
        /// A part of a frame drawn in characters, or a block of it.
        case frame
        /// A blank, a digit or punctuation, beside which anything may stand.
        case plain

        var isLetter: Bool { self == .small || self == .capital }

        init(_ character: UInt32?) {
            switch character {
            case nil: self = .none
            case .some(0x61...0x7A), .some(0x430...0x45F), .some(0x491), .some(0xDF...0xF6), .some(0xF8...0xFF):
                self = .small
            case .some(0x111), .some(0x131), .some(0x133), .some(0x142), .some(0x153): self = .small
            case .some(0x41...0x5A), .some(0x400...0x42F), .some(0x490), .some(0xC0...0xD6), .some(0xD8...0xDE):
                self = .capital
            case .some(0x110), .some(0x132), .some(0x141), .some(0x152): self = .capital
            case .some(0x2320...0x2321), .some(0x2500...0x25A0): self = .frame
            case .some(0..<0x80), .some(0xA0), .some(0xAB), .some(0xB7), .some(0xBB), .some(0x2B9...0x2BC),
                .some(0x2010...0x203A), .some(0x2116):
                self = .plain
            default: self = .sign
            }
        }
    }
}
