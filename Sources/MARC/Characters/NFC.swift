internal import CNFCTables

/// Unicode's normal form C, of UTF-8 that is known to be valid.
///
/// Most text in MARC records is decided here, by tables: characters that never change, and a base letter with one
/// mark. Whatever else occurs in a value sends the whole value to the standard library (`NFC+General.swift`).
///
/// Source: Unicode Standard Annex #15, Unicode Normalization Forms.
public enum NFC {
    /// Whether the text is in normal form C.
    ///
    /// - Parameter utf8: valid UTF-8.
    public static func isNormal(_ utf8: ByteView) -> Bool {
        var scan = NFCScan(utf8)
        while true {
            switch scan.next() {
            case .pair: return false
            case .unknown: return isNormalInGeneral(utf8)
            case .end: return true
            }
        }
    }

    /// Appends the normal form C of the text.
    ///
    /// - Parameter utf8: valid UTF-8, no part of `output`.
    public static func append(_ utf8: ByteView, into output: inout [UInt8]) {
        let start = output.count
        var copied = 0
        var scan = NFCScan(utf8)
        while true {
            switch scan.next() {
            case .pair(let range, let composite):
                output.append(contentsOf: utf8.slice(copied, range.lowerBound - copied))
                appendUTF8(composite, to: &output)
                copied = range.upperBound
            case .unknown:
                output.removeSubrange(start...)
                return appendInGeneral(utf8, into: &output)
            case .end:
                output.append(contentsOf: utf8.slice(copied, utf8.count - copied))
                return
            }
        }
    }

    /// A composite of two characters of the Basic Multilingual Plane is of that plane too, and never ASCII.
    private static func appendUTF8(_ character: UInt32, to output: inout [UInt8]) {
        if character < 0x800 {
            output.append(0xC0 | UInt8(truncatingIfNeeded: character >> 6))
        } else {
            output.append(0xE0 | UInt8(truncatingIfNeeded: character >> 12))
            output.append(0x80 | UInt8(truncatingIfNeeded: character >> 6) & 0x3F)
        }
        output.append(0x80 | UInt8(truncatingIfNeeded: character) & 0x3F)
    }
}
