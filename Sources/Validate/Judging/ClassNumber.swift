internal import MARC

/// The shapes of class numbers; what they stand for is not looked at.
///
/// Source: MARC 21 Format for Bibliographic Data, 050 and 082.
enum ClassNumber {
    /// Whether `value` has the shape of a number of the Library of Congress: one to three capitals, then a number. Words
    /// that stand in its place, as in `MLCS 83/1234` or `Microfilm 5000 HG`, and brackets are let be.
    static func isLC(_ value: ByteView) -> Bool {
        var index = 0
        while index < value.count, value[index].isLetter { index += 1 }
        guard (1...3).contains(index) else { return index > 3 || value.first == UInt8(ascii: "[") }
        let letters = index
        while index < value.count, value[index] == 0x20 { index += 1 }
        if index == value.count || index > letters && value[index].isLetter { return true }
        return value[index].isDigit && value.slice(0, letters).allSatisfy(\.isUpperCase)
    }

    /// Whether `value` has the shape of a Dewey number: three digits, perhaps a point and more, with marks where it may be
    /// cut; `[Fic]`, `[E]`, `[B]` and the like stand for a place without number.
    static func isDewey(_ value: ByteView) -> Bool {
        let number = value.trimmed
        guard let first = number.first else { return false }
        if !first.isDigit { return isDeweyWord(number) }
        var (digits, index) = (0, 0)
        while index < number.count, number[index].isDigit || isCut(number[index]) {
            if number[index].isDigit { digits += 1 }
            index += 1
        }
        guard digits == 3 else { return false }
        if index == number.count { return true }
        guard number[index] == UInt8(ascii: ".") else { return isTail(number, from: index) }
        index += 1
        guard index < number.count, number[index].isDigit || isCut(number[index]) else { return false }
        while index < number.count, number[index].isDigit || isCut(number[index]) { index += 1 }
        return isTail(number, from: index)
    }

    private static func isCut(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "'") }

    /// Nothing, or something behind a blank or bracket, as in `823 20`.
    private static func isTail(_ number: ByteView, from index: Int) -> Bool {
        index == number.count || number[index] == 0x20 || number[index] == UInt8(ascii: "[") || number[index] >= 0x80
    }

    /// `[Fic]`, `Fic`, `E`, `[B]`, `j`, `B`, and a Dewey number behind one of them, as in `j 823` or `C823.54`.
    private static func isDeweyWord(_ number: ByteView) -> Bool {
        if number[0] == UInt8(ascii: "[") { return true }
        var index = 0
        while index < number.count, number[index].isLetter { index += 1 }
        guard (1...3).contains(index) else { return false }
        if index == number.count { return true }
        while index < number.count, number[index] == 0x20 { index += 1 }
        return index < number.count && number[index].isDigit && isDewey(number.slice(index, number.count - index))
    }
}
