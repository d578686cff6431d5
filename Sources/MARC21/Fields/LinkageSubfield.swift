/// The content of $6: which field is linked, by which number, in which script.
///
/// `880-01/(N` names the first 880 of the record's pairs, in Cyrillic.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, "Control Subfields", $6.
public struct LinkageSubfield: Sendable, Equatable {
    /// The tag of the linked field, the first character in the highest of the three bytes.
    public let tag: UInt32
    /// 1 to 99; 0, in 880 only, says that the record has no such field.
    public let occurrence: Int
    /// Two to four bytes of the script identification code, the first in the highest; 0 where none is given.
    public let script: UInt32
    /// Field orientation `r`.
    public let isRightToLeft: Bool

    /// Reads `nnn-nn[/script][/r]`; nil where `bytes` has another shape.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }
        guard bytes.count >= 6, isDigit(0), isDigit(1), isDigit(2), bytes[3] == UInt8(ascii: "-"), isDigit(4),
            isDigit(5)
        else { return nil }
        tag = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
        occurrence = Int(bytes[4] &- 0x30) * 10 + Int(bytes[5] &- 0x30)
        guard let rest = Self.rest(bytes[6...]) else { return nil }
        script = rest.script
        isRightToLeft = rest.isRightToLeft
    }

    private static func rest(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (script: UInt32, isRightToLeft: Bool)? {
        let slash = UInt8(ascii: "/")
        let turns = bytes.count >= 2 && bytes.suffix(2).elementsEqual([slash, UInt8(ascii: "r")])
        let code = turns ? bytes.dropLast(2) : bytes
        if code.isEmpty { return (0, turns) }
        guard code.first == slash, (3...5).contains(code.count), !code.dropFirst().contains(slash) else { return nil }
        return (code.dropFirst().reduce(0) { $0 << 8 | UInt32($1) }, turns)
    }

    /// Whether ``script`` is one of the format's codes or has the shape of an ISO 15924 code (four letters).
    public var hasKnownScript: Bool {
        if script >= 0x0100_0000 {
            return withUnsafeBytes(of: script) { $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } }
        }
        return withUnsafeBytes(of: UInt16(truncatingIfNeeded: script).bigEndian) { bytes in
            script <= 0xFFFF && CodeList.scripts.contains(bytes.bindMemory(to: UInt8.self))
        }
    }
}
