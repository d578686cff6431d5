/// The lines of a text, one after another, without their line ends.
struct TextLines {
    private let bytes: ByteView
    /// Where the next line starts.
    private(set) var index: Int

    init(_ bytes: ByteView, from start: Int = 0) {
        self.bytes = bytes
        index = start
    }

    /// The next line and where it starts; nil at the end.
    mutating func next() -> (start: Int, line: ByteView)? {
        guard index < bytes.count else { return nil }
        let start = index
        let end = find(0x0A, in: bytes, from: start) ?? bytes.count
        index = min(end + 1, bytes.count)
        var length = end - start
        while length > 0, bytes[start + length - 1] == 0x0D { length -= 1 }
        return (start, bytes.slice(start, length))
    }

    static func isBlank(_ line: ByteView) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
