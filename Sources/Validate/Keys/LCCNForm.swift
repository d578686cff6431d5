internal import MARC

/// A Library of Congress control number as it stands in 010: at most three letters, digits, perhaps a suffix behind a slash.
///
/// Structure A, to 2000, has a prefix of 3, a year of 2 and a number of 6 digits; structure B, from 2001, a prefix of 2, a year of
/// 4 and a number of 6. Cards and old systems show the year and the number with a hyphen and without zeros, `75-1234`.
///
/// Source: MARC 21 Format for Bibliographic Data, 010; checks.md's old forms with `//r75` behind them.
struct LCCNForm {
    /// Letters before the number.
    private(set) var letters = 0
    /// Digits of the year: 2 or 4.
    private(set) var yearDigits = 2
    /// The year of four digits; nil in structure A.
    private(set) var year: Int?
    /// Whether prefix and number stand in the places that the structure gives them.
    private(set) var isInPlace = true

    /// nil where the value has not the shape of an LCCN.
    init?(_ value: ByteView) {
        var index = 0
        while index < value.count, value[index] == 0x20 { index += 1 }
        let prefix = index
        while index < value.count, value[index].isLetter { index += 1 }
        letters = index - prefix
        while index < value.count, value[index] == 0x20 { index += 1 }
        let start = index
        guard let end = readNumber(value, from: start) else { return nil }
        guard letters <= (yearDigits == 2 ? 3 : 2), Self.isSuffix(value, from: end) else { return nil }
        isInPlace = isInPlace && start == (yearDigits == 2 ? 3 : 2) && (letters == 0 || prefix == 0)
        year = yearDigits == 4 ? value.slice(start, 4).number : nil
    }

    /// Reads the year and the number; nil where they are not there.
    private mutating func readNumber(_ value: ByteView, from start: Int) -> Int? {
        var index = start
        while index < value.count, value[index].isDigit { index += 1 }
        let digits = index - start
        if index < value.count, value[index] == UInt8(ascii: "-"), digits == 2 || digits == 4 {
            yearDigits = digits
            isInPlace = false
            let number = index + 1
            index = number
            while index < value.count, value[index].isDigit { index += 1 }
            return (1...6).contains(index - number) ? index : nil
        }
        yearDigits = digits == 10 ? 4 : 2
        return digits == 8 || digits == 10 ? index : nil
    }

    /// Whether nothing but blanks and a suffix behind a slash follows.
    private static func isSuffix(_ value: ByteView, from end: Int) -> Bool {
        var index = end
        while index < value.count, value[index] == 0x20 { index += 1 }
        return index == value.count || value[index] == UInt8(ascii: "/")
    }
}
