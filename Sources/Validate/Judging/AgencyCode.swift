internal import MARC

/// The codes of organizations, by their shape: the list of them is not part of the program.
///
/// Source: MARC Code List for Organizations; ISO 15511 (ISIL); OCLC's symbols, which have signs in them.
enum AgencyCode {
    /// Letters, digits, hyphens, slashes and the signs of OCLC's symbols.
    static func isCode(_ value: ByteView) -> Bool {
        guard !value.isEmpty, value.count <= 24 else { return false }
        for byte in value where !(byte &- 0x21 < 0x5E) || isPunctuation(byte) { return false }
        return true
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
            || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"")
    }

    /// Whether `value` is a code in parentheses with something behind it.
    static func qualifies(_ value: ByteView) -> Bool {
        guard value.first == UInt8(ascii: "("), let end = value.firstIndex(of: UInt8(ascii: ")")), end > 1 else {
            return false
        }
        return !value.slice(end + 1, value.count - end - 1).trimmed.isEmpty
    }
}
