/// The content of $8: fields with the same link number belong together.
///
/// `1.2\x` is the second in a sequence of fields linked by number 1, for general sequencing.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, "Control Subfields", $8.
public struct FieldLinkSubfield: Sendable, Equatable {
    /// The link number; numbers beyond 32 bits as the greatest.
    public let link: UInt32
    /// The place in the sequence; nil where none is given.
    public let sequence: UInt32?
    /// One of the field link types (``CodeList/fieldLinkTypes``); nil where none is given.
    public let type: UInt8?

    /// Reads `n[.n][\type]`; nil where `bytes` has another shape.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        guard let link = Self.number(bytes, &index) else { return nil }
        var sequence: UInt32?
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            sequence = Self.number(bytes, &index)
            if sequence == nil { return nil }
        }
        var type: UInt8?
        if bytes.count - index == 2, bytes[index] == UInt8(ascii: "\\") {
            type = bytes[index + 1]
            guard CodeList.fieldLinkTypes.codes.standing(of: bytes[index + 1]) == .current else { return nil }
            index += 2
        }
        guard index == bytes.count else { return nil }
        self.link = link
        self.sequence = sequence
        self.type = type
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32? {
        let start = index
        var value: UInt64 = 0
        while index < bytes.count, bytes[index] &- 0x30 < 10 {
            value = min(value * 10 + UInt64(bytes[index] &- 0x30), UInt64(UInt32.max))
            index += 1
        }
        return index > start ? UInt32(clamping: value) : nil
    }
}
