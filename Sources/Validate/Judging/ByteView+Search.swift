internal import CByteScans
internal import MARC
internal import MARC21

/// Searching text for words of the program's own, which are ASCII; nothing is allocated.
extension UnsafeBufferPointer<UInt8> {
    /// Whether `literal` stands in the text, in whatever case.
    func holds(_ literal: StaticString) -> Bool { index(of: literal) != nil }

    /// Whether `literal` stands in the text as a word of its own, in whatever case.
    func holdsWord(_ literal: StaticString) -> Bool {
        var start = 0
        while let found = index(of: literal, from: start) {
            let end = found + literal.utf8CodeUnitCount
            let isAlone =
                (found == 0 || !self[found - 1].isWordByte) && (end == count || !self[end].isWordByte)
            if isAlone { return true }
            start = found + 1
        }
        return false
    }

    /// Where `literal` stands first, in whatever case.
    ///
    /// - Parameter literal: ASCII, letters in lower case.
    func index(of literal: StaticString, from start: Int = 0) -> Int? {
        let length = literal.utf8CodeUnitCount
        guard length > 0, count >= length, start >= 0 else { return nil }
        let last = count - length
        var index = start
        guard length > 1, let base = baseAddress else {
            while index <= last, !matches(literal, at: index) { index += 1 }
            return index <= last ? index : nil
        }
        while index <= last {
            index = text_find_pair(base, count, index, literal.utf8Start[0], literal.utf8Start[1])
            if index > last { return nil }
            if matches(literal, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether one of the characters in `literal`, four at most, is in the text.
    @inline(__always) func hasAny(of literal: StaticString) -> Bool {
        var wanted: UInt32 = 0
        for index in 0..<4 {
            let place = Swift.min(index, literal.utf8CodeUnitCount - 1)
            wanted |= UInt32(literal.utf8Start[place]) &<< UInt32(8 &* index)
        }
        return baseAddress.map { text_has_any($0, count, wanted) != 0 } ?? false
    }

    /// Whether the text starts with `literal`, in whatever case.
    func begins(with literal: StaticString) -> Bool {
        count >= literal.utf8CodeUnitCount && matches(literal, at: 0)
    }

    /// Whether the text is `literal`, in whatever case.
    func isWord(_ literal: StaticString) -> Bool { count == literal.utf8CodeUnitCount && begins(with: literal) }

    private func matches(_ literal: StaticString, at index: Int) -> Bool {
        for offset in 0..<literal.utf8CodeUnitCount where self[index + offset].lowered != literal.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The text without blanks around it.
    var trimmed: ByteView {
        var (first, last) = (0, count)
        while first < last, self[first] == 0x20 { first += 1 }
        while last > first, self[last - 1] == 0x20 { last -= 1 }
        return slice(first, last - first)
    }

    /// The text without characters of `set` and blanks at its end.
    func trimmingEnd(_ set: ASCIISet) -> ByteView {
        var last = count
        while last > 0, self[last - 1] == 0x20 || set.contains(self[last - 1]) { last -= 1 }
        return slice(0, last)
    }

    /// The last byte that is no blank; nil where there is none.
    var lastByte: UInt8? {
        var last = count
        while last > 0, self[last - 1] == 0x20 { last -= 1 }
        return last > 0 ? self[last - 1] : nil
    }

    /// Whether all bytes from `start` on, `length` of them, are digits and lie inside.
    func hasDigits(_ start: Int, _ length: Int) -> Bool {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return false }
        for index in start..<(start + length) where !self[index].isDigit { return false }
        return true
    }

    /// Whether there is at least one byte, and all are digits.
    var isNumber: Bool { count > 0 && hasDigits(0, count) }

    /// The number that the text writes in at most nine digits.
    var number: Int? {
        guard isNumber, count <= 9 else { return nil }
        return reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    /// An ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isUpperCase: Bool { self &- 0x41 < 26 }
    var isLowerCase: Bool { self &- 0x61 < 26 }
    /// A letter, digit, or part of a letter outside ASCII.
    var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
    /// A blank, or one of the signs that are typed for it in fixed fields.
    var isBlankOrSign: Bool {
        switch self {
        case 0x20, UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "_"): true
        default: false
        }
    }
    /// An ASCII letter in lower case; every other byte as it is.
    var lowered: UInt8 { isUpperCase ? self | 0x20 : self }
}
