/// Writes bytes one after the other into memory whose length was computed beforehand.
struct ByteWriter {
    var next: UnsafeMutablePointer<UInt8>

    @inline(__always) mutating func append(_ byte: UInt8) {
        next.initialize(to: byte)
        next += 1
    }

    @inline(__always) mutating func append(_ bytes: ByteView) {
        guard let base = bytes.baseAddress else { return }
        next.initialize(from: base, count: bytes.count)
        next += bytes.count
    }

    @inline(__always) mutating func append(_ tag: Tag) {
        append(tag.first)
        append(tag.second)
        append(tag.third)
    }

    @inline(__always) mutating func append(_ leader: Leader) {
        for position in 0..<Leader.length { append(leader[position]) }
    }

    /// Appends the last four digits of `number`, with leading zeros: two pairs of digits are divided at once.
    @inline(__always) mutating func appendFourDigits(_ number: UInt32) {
        let (high, low) = (number / 100 % 100, number % 100)
        let pairs = high | low &<< 16
        let tens = (pairs &* 103) &>> 10 & 0x000F_000F
        let digits = (tens | (pairs &- tens &* 10) &<< 8) &+ 0x3030_3030
        UnsafeMutableRawPointer(next).storeBytes(of: digits.littleEndian, as: UInt32.self)
        next += 4
    }

    /// Appends the last five digits of `number`, with leading zeros.
    @inline(__always) mutating func appendFiveDigits(_ number: UInt32) {
        append(0x30 + UInt8(truncatingIfNeeded: number / 10_000 % 10))
        appendFourDigits(number)
    }

    /// Appends what stands in a data field before its subfields; an indicator that is missing becomes a blank.
    @inline(__always) mutating func appendIndicators(of field: FieldView) {
        append(field.indicator1 == 0 ? 0x20 : field.indicator1)
        append(field.indicator2 == 0 ? 0x20 : field.indicator2)
    }

    /// Appends a subfield with its delimiter, unless it is data that no delimiter introduced.
    ///
    /// - Returns: where its value starts.
    @inline(__always) @discardableResult
    mutating func append(_ subfield: SubfieldView) -> UnsafeMutablePointer<UInt8> {
        if subfield.code != 0 {
            append(Delimiter.subfield)
            append(subfield.code)
        }
        let start = next
        append(subfield.value)
        return start
    }
}
