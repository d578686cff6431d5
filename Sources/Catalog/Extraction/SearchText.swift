internal import MARC

/// Words for searching, put together from subfields: values with a blank between them.
enum SearchText {
    /// Appends `value` after what `text` has held since `start`, with `separator` between them.
    static func append(_ value: ByteView, after start: Int, separator: StaticString = " ", to text: inout [UInt8]) {
        if text.count > start {
            text.append(contentsOf: UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
        }
        text.append(contentsOf: value)
    }

    /// Appends the values of the subfields of `field` whose codes stand in `codes`, as one entry.
    static func append(_ field: FieldView, codes: CodeSet, after start: Int, to text: inout [UInt8]) {
        var isFirst = true
        for subfield in field.subfields where codes.contains(subfield.code) {
            append(subfield.value, after: start, separator: isFirst ? " ; " : " ", to: &text)
            isFirst = false
        }
    }
}

/// Subfield codes, as a set that costs nothing to ask: `"abnp"`.
struct CodeSet: ExpressibleByStringLiteral, Sendable {
    /// A bit a code, from 0x20.
    private let low: UInt64
    private let high: UInt64

    init(stringLiteral value: StaticString) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for index in 0..<value.utf8CodeUnitCount {
            let bit = value.utf8Start[index] &- 0x20
            if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit & 63) }
        }
        (self.low, self.high) = (low, high)
    }

    @inline(__always)
    func contains(_ code: UInt8) -> Bool {
        let bit = code &- 0x20
        if bit < 64 { return low >> UInt64(bit) & 1 != 0 }
        return bit < 128 && high >> UInt64(bit & 63) & 1 != 0
    }
}
