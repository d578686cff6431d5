internal import Glibc

/// Text inside the compiled-in tables. It becomes a `String` only where a person reads it.
@usableFromInline struct Label: @unchecked Sendable {
    @usableFromInline let start: UnsafePointer<UInt8>?
    @usableFromInline let length: Int

    init(start: UnsafePointer<UInt8>?, length: Int) {
        self.start = start
        self.length = length
    }

    /// The empty label.
    static let none = Label(start: nil, length: 0)

    @usableFromInline var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: length) }

    @usableFromInline var string: String { String(decoding: bytes, as: UTF8.self) }

    var isEmpty: Bool { length == 0 }
    var first: UInt8? { bytes.first }

    /// From byte `from` up to byte `end` (the end of the label by default).
    func part(_ from: Int, _ end: Int? = nil) -> Label {
        let upper = Swift.min(end ?? length, length)
        guard let start, from < upper else { return .none }
        return Label(start: start + from, length: upper - from)
    }

    func firstIndex(of byte: UInt8) -> Int? {
        guard let start, let found = memchr(start, Int32(byte), length) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    static func == (left: Label, right: StaticString) -> Bool {
        left.length == right.utf8CodeUnitCount && left.hasPrefix(right)
    }

    static func == (left: Label, right: Label) -> Bool { left.bytes.elementsEqual(right.bytes) }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        guard let start, length >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where start[index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// What follows `prefix`; nil where the label starts otherwise.
    func after(_ prefix: StaticString) -> Label? {
        hasPrefix(prefix) ? part(prefix.utf8CodeUnitCount) : nil
    }

    /// The pieces between single `separator` bytes.
    func pieces(separatedBy separator: UInt8) -> [Label] {
        var pieces: [Label] = []
        split(at: separator, into: &pieces)
        return pieces
    }

    /// Appends the pieces between single `separator` bytes to `pieces`.
    func split(at separator: UInt8, into pieces: inout [Label]) {
        var rest = self
        while let end = rest.firstIndex(of: separator) {
            pieces.append(rest.part(0, end))
            rest = rest.part(end + 1)
        }
        if !rest.isEmpty { pieces.append(rest) }
    }

    /// The number that the label writes in at most four decimal digits.
    var number: Int? {
        guard (1...4).contains(length) else { return nil }
        var value = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    /// Three characters as a tag, the first in the highest of the three bytes.
    var tag: UInt32? {
        guard length == 3 else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
