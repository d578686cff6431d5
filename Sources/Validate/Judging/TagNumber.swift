internal import MARC

/// A tag as the index of a flat table: 0 to 999 for three digits, 1000 for everything else.
enum TagNumber {
    static let other = 1000
    /// Entries of a table by tag number.
    static let count = 1001

    @inline(__always)
    static func of(_ tag: Tag) -> Int {
        let raw = tag.rawValue
        let (hundreds, tens, ones) = (raw &>> 16 &- 0x30, (raw &>> 8 & 0xFF) &- 0x30, (raw & 0xFF) &- 0x30)
        guard hundreds < 10, tens < 10, ones < 10 else { return other }
        return Int(hundreds &* 100 &+ tens &* 10 &+ ones)
    }

    /// The tag of a number from 0 to 999.
    static func tag(_ number: Int) -> Tag {
        func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + value % 10) }
        return Tag(digit(number / 100), digit(number / 10), digit(number))
    }
}
