public import MARC

/// The normal form of an OCLC control number: its digits without zeros in front.
///
/// `(OCoLC)ocm01234567` and `(OCoLC)1234567` become `1234567`; so does 001 `ocm01234567`.
///
/// Source: OCLC, Bibliographic Formats and Standards, 035; checks.md's prefixes `ocm` (8 digits), `ocn` (9), `on` (10 and more).
public enum OCLCNumber {
    /// The digits in a value of 035 $a; nil where it is another organisation's number, or none.
    public static func inSystemNumber(_ value: ByteView) -> ByteView? {
        guard value.count > 7, value[0] == UInt8(ascii: "("), isSymbol(value) else { return nil }
        let number = value.slice(7, value.count - 7)
        return digits(number, from: prefixLength(number))
    }

    /// The digits in a control number that bears one of OCLC's prefixes; nil for any other.
    public static func inControlNumber(_ value: ByteView) -> ByteView? {
        let prefix = prefixLength(value)
        return prefix == 0 ? nil : digits(value, from: prefix)
    }

    /// The digits of a value that the profile says is an OCLC number: with symbol, prefix or neither.
    public static func inAnyForm(_ value: ByteView) -> ByteView? {
        if value.first == UInt8(ascii: "(") { return inSystemNumber(value) }
        return digits(value, from: prefixLength(value))
    }

    /// `(OCoLC)`, in whatever case.
    private static func isSymbol(_ value: ByteView) -> Bool {
        let symbol: StaticString = "(ocolc)"
        for index in 0..<7 where value[index] | 0x20 != symbol.utf8Start[index] | 0x20 { return false }
        return true
    }

    private static func prefixLength(_ value: ByteView) -> Int {
        if value.starts(with: "ocm") || value.starts(with: "ocn") { return 3 }
        return value.starts(with: "on") ? 2 : 0
    }

    /// What follows position `from`, without zeros in front and blanks around; nil unless all of it is digits.
    private static func digits(_ value: ByteView, from: Int) -> ByteView? {
        var (first, last) = (from, value.count)
        while first < last, value[first] == 0x20 || value[first] == 0x30 { first += 1 }
        while last > first, value[last - 1] == 0x20 { last -= 1 }
        guard first < last, last - first <= 15 else { return nil }
        for index in first..<last where value[index] &- 0x30 >= 10 { return nil }
        return value.slice(first, last - first)
    }
}
