internal import MARC
internal import MARC21

/// A tag as the index of a flat table: 0 to 999 for three digits, 1000 for everything else.
enum TagNumber {
    static var other: Int { 1000 }
    /// Entries of a table by tag number.
    static var count: Int { 1001 }

    @inline(__always)
    static func of(_ tag: Tag) -> Int {
        let raw = tag.rawValue
        let (hundreds, tens, ones) = (raw &>> 16 &- 0x30, (raw &>> 8 & 0xFF) &- 0x30, (raw & 0xFF) &- 0x30)
        guard hundreds < 10, tens < 10, ones < 10 else { return other }
        return Int(hundreds &* 100 &+ tens &* 10 &+ ones)
    }

    /// The tag and the kind of record as the index of a flat table with an entry for each of both, as ``table(_:)`` makes it.
    @inline(__always)
    static func of(_ tag: Tag, of kind: RecordKind) -> Int { Int(kind.rawValue) &* count &+ of(tag) }

    /// What `value` says of each tag in each kind of record.
    static func table<Value>(_ value: (Format, Tag) -> Value) -> [Value] {
        RecordKind.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
            // The last one, for tags that are not three digits, is 000, which no format defines.
            (0..<count).map { value(Format.of(kind), tag($0)) }
        }
    }

    /// The tag of a number from 0 to 999.
    static func tag(_ number: Int) -> Tag {
        func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + value % 10) }
        return Tag(digit(number / 100), digit(number / 10), digit(number))
    }
}
