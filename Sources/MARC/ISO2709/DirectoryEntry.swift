/// One directory entry: a 3-byte tag, a 4-digit field length, a 5-digit start.
///
/// `start` counts bytes from the base address of data, `length` includes the field terminator.
///
/// Source: ISO 2709:2008, 4.4; MARC 21 Record Structure, "Directory".
struct DirectoryEntry: Equatable {
    static let size = 12

    var tag: Tag
    var length: Int
    var start: Int

    /// The entry in the 12 bytes at `bytes`; nil where the length or the start holds anything but ASCII digits.
    @inline(__always) init?(_ bytes: UnsafePointer<UInt8>) {
        let raw = UnsafeRawPointer(bytes)
        let digits = raw.loadUnaligned(fromByteOffset: 3, as: UInt64.self).littleEndian
        let last = bytes[11] &- 0x30
        guard Self.areDigits(digits), last < 10 else { return nil }
        // Eight digits to two numbers of four in three steps: neighbours to pairs, pairs to fours.
        let pairs = ((digits & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
        tag = Tag(bytes[0], bytes[1], bytes[2])
        length = Int(fours & 0xFFFF)
        start = Int(fours >> 32) &* 10 &+ Int(last)
    }

    /// Whether all eight bytes are between 30 and 39 hex.
    @inline(__always) private static func areDigits(_ bytes: UInt64) -> Bool {
        (bytes & 0xF0F0_F0F0_F0F0_F0F0) | (((bytes &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)
            == 0x3333_3333_3333_3333
    }
}

/// The number that `count` ASCII digits at `offset` spell; nil where they are not all digits or not all there.
@inline(__always) func decimal(_ bytes: ByteView, at offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset &+ count <= bytes.count else { return nil }
    var value = 0
    for index in offset..<(offset &+ count) {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int(digit)
    }
    return value
}
