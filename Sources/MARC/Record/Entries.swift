/// Where a field lies: 20 bytes, the same in memory and in a spool.
///
/// `offset` and `length` are in bytes from the start of the record's data. In a flat record the range of a data field
/// holds its indicators, delimiters and subfields as ISO 2709 has them, without the field terminator; in a ``Record``
/// that is being edited the range is meaningful for control fields alone, and the subfield entries tell the rest.
@frozen public struct FieldEntry: Sendable, Equatable {
    @usableFromInline var tagAndIndicator1: UInt32
    @usableFromInline var lengthAndIndicator2: UInt32
    public var offset: UInt32
    public var firstSubfield: UInt32
    public var subfieldCount: UInt32

    /// The longest field, in bytes: 16 MiB less one.
    public static let longest = 0x00FF_FFFF

    @inlinable
    public init(
        tag: Tag, indicator1: UInt8, indicator2: UInt8, offset: UInt32, length: Int, firstSubfield: UInt32,
        subfieldCount: UInt32
    ) {
        tagAndIndicator1 = tag.rawValue << 8 | UInt32(indicator1)
        lengthAndIndicator2 = UInt32(truncatingIfNeeded: Swift.min(length, Self.longest)) << 8 | UInt32(indicator2)
        self.offset = offset
        self.firstSubfield = firstSubfield
        self.subfieldCount = subfieldCount
    }

    @inlinable public var tag: Tag {
        get { Tag(rawValue: tagAndIndicator1 >> 8) }
        set { tagAndIndicator1 = newValue.rawValue << 8 | (tagAndIndicator1 & 0xFF) }
    }
    /// 0 where the field as read has none.
    @inlinable public var indicator1: UInt8 {
        get { UInt8(truncatingIfNeeded: tagAndIndicator1) }
        set { tagAndIndicator1 = tagAndIndicator1 & ~0xFF | UInt32(newValue) }
    }
    /// 0 where the field as read has none.
    @inlinable public var indicator2: UInt8 {
        get { UInt8(truncatingIfNeeded: lengthAndIndicator2) }
        set { lengthAndIndicator2 = lengthAndIndicator2 & ~0xFF | UInt32(newValue) }
    }
    @inlinable public var length: Int {
        get { Int(lengthAndIndicator2 >> 8) }
        set {
            let cut = UInt32(truncatingIfNeeded: Swift.min(newValue, Self.longest))
            lengthAndIndicator2 = cut << 8 | (lengthAndIndicator2 & 0xFF)
        }
    }
}

/// Where a subfield's value lies: 8 bytes, the same in memory and in a spool. The range leaves out delimiter and code.
///
/// Code 0 marks data that no delimiter introduced: bytes between the indicators and the first subfield.
@frozen public struct SubfieldEntry: Sendable, Equatable {
    public var offset: UInt32
    @usableFromInline var lengthAndCode: UInt32

    @inlinable public init(code: UInt8, offset: UInt32, length: Int) {
        self.offset = offset
        lengthAndCode = UInt32(truncatingIfNeeded: Swift.min(length, FieldEntry.longest)) << 8 | UInt32(code)
    }

    /// The same without looking at `length`, which the caller knows to be between 0 and the longest.
    @inline(__always) init(unchecked code: UInt8, offset: UInt32, length: Int) {
        self.offset = offset
        lengthAndCode = UInt32(truncatingIfNeeded: length) << 8 | UInt32(code)
    }

    @inlinable public var code: UInt8 {
        get { UInt8(truncatingIfNeeded: lengthAndCode) }
        set { lengthAndCode = lengthAndCode & ~0xFF | UInt32(newValue) }
    }
    @inlinable public var length: Int { Int(lengthAndCode >> 8) }
}
