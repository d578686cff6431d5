internal import MARC
internal import MARC21

/// Parts of the sentences in which rules say what they found.
enum Words {
    /// `blank`, `fill character` or the character itself in quotes.
    static func character(_ byte: UInt8) -> String {
        switch byte {
        case 0x20, 0: "blank"
        case UInt8(ascii: "|"): "the fill character"
        default: "'\(Bytes.display([byte]))'"
        }
    }

    /// `blank, 0-9` or `a, c, d`: what may stand in a place. Three and more neighbours are run together.
    static func list(_ set: ASCIISet) -> String {
        var parts: [String] = []
        var rest = set.characters[...]
        while let first = rest.first {
            var last = first
            while let next = rest.dropFirst(Int(last - first) + 1).first, next == last + 1, isAlphanumeric(next) {
                last = next
            }
            if first == 0x20 || last < first + 2 || !isAlphanumeric(first) { last = first }
            rest = rest.dropFirst(Int(last - first) + 1)
            parts.append(first == last ? plain(first) : "\(plain(first))-\(plain(last))")
        }
        return parts.joined(separator: ", ")
    }

    private static func plain(_ byte: UInt8) -> String { byte == 0x20 ? "blank" : Bytes.display([byte]) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// `05`, `17`.
    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `once`, `twice`, `3 times`.
    static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

    /// `$a`.
    static func subfield(_ code: UInt8) -> String { "$" + Bytes.display([code]) }
}
