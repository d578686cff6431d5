/// Whether a byte from 80 hex on is what MARC-8 records have in such a place (ANSEL).
///
/// In MARC-8 a mark stands before its letter, and each mark stands on few letters: E2 (acute) before a vowel, F0
/// (cedilla) before c or s. In Windows-1252 the same bytes are whole letters, and what follows them is anything.
enum MARC8Habit {
    static func fit(_ context: ByteContext) -> EncodingEvidence.Fit {
        switch context.byte {
        case 0x88, 0x89, 0x8D, 0x8E: .possible
        case 0xE0...0xFB, 0xFE: fitOfMark(context)
        case 0xA1...0xA6, 0xAC, 0xAD: ByteContext.isLower(context.previous) ? .bad : fitOfLetter(context)
        case 0xB1...0xB6, 0xB8, 0xBA, 0xBC, 0xBD, 0xC7, 0xA7, 0xAE, 0xB0, 0xB7: fitOfLetter(context)
        case 0xC2, 0xC3, 0xB9: context.isBeforeNumber ? .good : .bad
        case 0xC0: ByteContext.isDigit(context.previous) ? .good : .bad
        case 0xC5, 0xC6: ByteContext.isLetter(context.previous) ? .bad : .good
        case 0xA9, 0xC4: ByteContext.isLetter(context.next) ? .bad : .possible
        case 0xA8, 0xAA, 0xAB, 0xC1, 0xC8: .possible
        default: .bad
        }
    }

    private static func fitOfLetter(_ context: ByteContext) -> EncodingEvidence.Fit {
        if context.isBesideLetter || isMark(context.next) { return .good }
        return context.previous >= 0xA1 || context.next >= 0xA1 ? .possible : .bad
    }

    private static func isMark(_ byte: UInt8) -> Bool { (0xE0...0xFB).contains(byte) || byte == 0xFE }

    private static func fitOfMark(_ context: ByteContext) -> EncodingEvidence.Fit {
        let rest = context.value[(context.index + 1)...]
        guard let base = rest.first(where: { $0 < 0xE0 }) else { return .bad }
        guard ByteContext.isLetter(base) else { return isSpecialLetter(base) ? .possible : .bad }
        return bases(of: context.byte) & (1 << UInt32((base | 0x20) &- 0x61)) != 0 ? .good : .possible
    }

    private static func isSpecialLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xA1...0xA6, 0xAC, 0xAD, 0xB1...0xB6, 0xB8, 0xBA, 0xBC, 0xBD: true
        default: false
        }
    }

    /// The letters that `mark` commonly stands on, a bit each from `a` on.
    private static func bases(of mark: UInt8) -> UInt32 {
        let index = Int(mark) - 0xE0
        return commonBases.indices.contains(index) ? commonBases[index] : 0
    }

    /// For E0 (hook above) to FE (comma above): languages written in Latin letters and LC's romanization tables.
    private static let commonBases: [UInt32] = [
        "aeiouy", "aeiou", "aceiklmnoprsuyz", "aceghijosuwyz", "anoiuv", "aeiouy", "aegiou", "cegimnrstzbdpfhklwa",
        "aeiouy", "cdenrstzjghk", "au", "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz", "cgklnrou", "ou",
        "aeilmnou", "cdeghklnrstz", "aeiou", "abdehiklmnorstuvwyz", "aehstuz", "almnr", "bcdghknoprstuz", "bdghklnrtz",
        "st", "gklnr", "ht", "ng", "ng", "", "", "cgiklnoprt",
    ].map { letters in
        letters.utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 &- 0x61) }
    }
}
