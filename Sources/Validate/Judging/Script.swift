internal import MARC

/// A script by the code that $6 has for it, and whether a text has characters of it.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6; ISO 15924; the blocks of Unicode.
enum Script {
    case arabic, cyrillic, eastAsian, greek, hebrew

    /// nil for scripts that are not told by their characters here, Latin among them.
    ///
    /// - Parameter code: two to four bytes, the first in the highest.
    init?(code: UInt32) {
        switch code {
        case Self.number("(3"), Self.number("Arab"): self = .arabic
        case Self.number("(N"), Self.number("Cyrl"): self = .cyrillic
        case Self.number("(S"), Self.number("Grek"): self = .greek
        case Self.number("(2"), Self.number("Hebr"): self = .hebrew
        case Self.number("$1"), Self.number("Hani"), Self.number("Hans"), Self.number("Hant"), Self.number("Jpan"),
            Self.number("Kore"), Self.number("Hang"):
            self = .eastAsian
        default: return nil
        }
    }

    private static func number(_ code: StaticString) -> UInt32 {
        (0..<code.utf8CodeUnitCount).reduce(0) { $0 << 8 | UInt32(code.utf8Start[$1]) }
    }

    var name: String {
        switch self {
        case .arabic: "Arabic"
        case .cyrillic: "Cyrillic"
        case .eastAsian: "Chinese, Japanese or Korean"
        case .greek: "Greek"
        case .hebrew: "Hebrew"
        }
    }

    /// Whether a character of the script stands in `text`, which is UTF-8.
    func stands(in text: ByteView) -> Bool {
        var index = 0
        while index < text.count {
            let first = text[index]
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            guard index + length <= text.count else { return false }
            if length > 1, contains(Self.scalar(text, index, length)) { return true }
            index += length
        }
        return false
    }

    private static func scalar(_ text: ByteView, _ index: Int, _ length: Int) -> UInt32 {
        var value = UInt32(text[index]) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return value
    }

    private func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .arabic:
            0x600...0x6FF ~= scalar || 0x750...0x77F ~= scalar || 0x8A0...0x8FF ~= scalar || 0xFB50...0xFDFF ~= scalar
                || 0xFE70...0xFEFF ~= scalar
        case .cyrillic:
            0x400...0x52F ~= scalar || 0x1C80...0x1C8F ~= scalar || 0x2DE0...0x2DFF ~= scalar
                || 0xA640...0xA69F ~= scalar
        case .eastAsian:
            0x2E80...0x9FFF ~= scalar || 0xAC00...0xD7FF ~= scalar || 0xF900...0xFAFF ~= scalar
                || 0xFF00...0xFFEF ~= scalar || 0x1100...0x11FF ~= scalar || 0x20000...0x3FFFF ~= scalar
        case .greek: 0x370...0x3FF ~= scalar || 0x1F00...0x1FFF ~= scalar
        case .hebrew: 0x590...0x5FF ~= scalar || 0xFB1D...0xFB4F ~= scalar
        }
    }
}
