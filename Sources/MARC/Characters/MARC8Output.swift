/// UTF-8 text as MARC-8 gives it: marks come first and end up behind their base.
///
/// A mark is written where it comes, and moved by the length of its base when that comes: so any number of marks needs
/// no memory of its own.
struct MARC8Output {
    /// No byte of MARC-8 becomes more than four of UTF-8: a mark of three (U+FB1E), and the blank for one without base.
    static let mostBytesPerByte = 4

    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// Bytes written.
    private(set) var count = 0
    private var marksStart: Int?

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// Whether marks wait for their base.
    var hasMarks: Bool { marksStart != nil }

    /// Bytes that are text as they are, none of which is the base of a mark that waits.
    mutating func copy(_ bytes: Slice<ByteView>) {
        guard let start = buffer.baseAddress, let source = ByteView(rebasing: bytes).baseAddress else { return }
        (start + count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    mutating func appendMark(_ character: UInt32) {
        if marksStart == nil { marksStart = count }
        count &+= write(character, at: count)
    }

    mutating func appendBase(_ character: UInt32) {
        guard let marksStart else {
            count &+= write(character, at: count)
            return
        }
        let length = Self.length(character)
        if let marks = buffer.baseAddress?.advanced(by: marksStart) {
            (marks + length).update(from: marks, count: count &- marksStart)
        }
        count &+= write(character, at: marksStart)
        self.marksStart = nil
    }

    private static func length(_ character: UInt32) -> Int {
        character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4
    }

    /// Writes a character, and gives its length.
    private func write(_ character: UInt32, at offset: Int) -> Int {
        let length = Self.length(character)
        if length == 1 {
            buffer[offset] = UInt8(truncatingIfNeeded: character)
            return 1
        }
        var rest = character
        for place in stride(from: offset &+ length &- 1, to: offset, by: -1) {
            buffer[place] = 0x80 | UInt8(truncatingIfNeeded: rest & 0x3F)
            rest >>= 6
        }
        buffer[offset] = UInt8(truncatingIfNeeded: 0xF00 >> UInt32(length)) | UInt8(truncatingIfNeeded: rest)
        return length
    }
}
