public import MARC

/// An ISBN at the start of a subfield's value, in its digits. What follows it, a qualifier or a price, is left alone.
///
/// Hyphens are passed over, and blanks as long as the number is not complete. The normal form is that of 13 digits.
///
/// Source: ISBN Users' Manual, "Check digit"; MARC 21 Format for Bibliographic Data, 020.
public struct ISBN {
    public private(set) var digits = InlineArray<13, UInt8>(repeating: 0)
    /// 10 or 13.
    public private(set) var count = 0
    /// How many bytes of the value it takes, blanks and hyphens included.
    public private(set) var length = 0

    /// nil where the value does not start with 10 characters of an ISBN, or 13 that begin with 978 or 979.
    public init?(scanning value: ByteView) {
        var index = 0
        scan: while index < value.count {
            let byte = value[index]
            switch byte {
            case 0x30...0x39 where count < 13 && !(count == 10 && digits[9] == UInt8(ascii: "X")): append(byte)
            case UInt8(ascii: "X") where count == 9, UInt8(ascii: "x") where count == 9: append(UInt8(ascii: "X"))
            case UInt8(ascii: "-"): break
            case 0x20 where !isComplete(before: index, in: value): break
            default: break scan
            }
            index += 1
        }
        guard count == 10 || count == 13 && hasBookPrefix, index == value.count || value[index] &- 0x30 >= 10 else {
            return nil
        }
        length = index
    }

    /// Whether a blank at `index` ends the number: 13 digits printed in groups may have one behind the tenth.
    private func isComplete(before index: Int, in value: ByteView) -> Bool {
        if count == 10, hasBookPrefix, index + 1 < value.count, value[index + 1] &- 0x30 < 10 { return false }
        return count == 10 || count == 13
    }

    private mutating func append(_ byte: UInt8) {
        digits[count] = byte
        count += 1
    }

    private var hasBookPrefix: Bool {
        digits[0] == UInt8(ascii: "9") && digits[1] == UInt8(ascii: "7") && digits[2] &- UInt8(ascii: "8") < 2
    }

    /// Whether the check digit agrees.
    public var isValid: Bool { digits[count - 1] == expectedCheckDigit }

    /// The last character as the others would have it: a digit, or `X` in an ISBN of 10 characters.
    public var expectedCheckDigit: UInt8 { count == 10 ? checkDigitOf10 : checkDigitOf13 }

    /// (11 − Σ (10 − i)·d mod 11) mod 11 over the first nine digits, X for 10.
    private var checkDigitOf10: UInt8 {
        var sum = 0
        for index in 0..<9 { sum += (10 - index) * Int(digits[index] &- 0x30) }
        let digit = (11 - sum % 11) % 11
        return digit == 10 ? UInt8(ascii: "X") : UInt8(truncatingIfNeeded: 0x30 + digit)
    }

    /// (10 − Σ w·d mod 10) mod 10 over the first twelve digits, w 1 and 3 in turn.
    private var checkDigitOf13: UInt8 {
        var (sum, weight) = (0, 1)
        for index in 0..<12 {
            sum &+= weight &* Int(digits[index] & 15)
            weight ^= 2
        }
        return UInt8(truncatingIfNeeded: 0x30 + (10 - sum % 10) % 10)
    }

    /// The same book's ISBN of 13 digits: 978, the first nine digits, a new check digit.
    public var of13: ISBN {
        guard count == 10 else { return self }
        var long = self
        for (index, byte) in "978".utf8.enumerated() { long.digits[index] = byte }
        for index in 0..<9 { long.digits[index + 3] = digits[index] }
        long.count = 13
        long.digits[12] = long.checkDigitOf13
        return long
    }

    /// Whether both are the number of the same book.
    public func isSame(as other: ISBN) -> Bool {
        let (left, right) = (of13, other.of13)
        for index in 0..<13 where left.digits[index] != right.digits[index] { return false }
        return true
    }

    /// Whether it was made up to fill the field: one digit again and again, or all digits in their order.
    public var isPlaceholder: Bool {
        let start = count - 10
        var (isOneDigit, isCount) = (true, digits[start] == 0x30)
        for index in 1..<9 {
            if digits[start + index] != digits[start] { isOneDigit = false }
            if digits[start + index] != digits[start] &+ UInt8(truncatingIfNeeded: index) { isCount = false }
        }
        return isOneDigit || isCount
    }

    /// The digits without hyphens.
    public var text: String { String(decoding: (0..<count).map { digits[$0] }, as: UTF8.self) }
}
