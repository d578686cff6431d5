/// Bytes that somebody else owns: valid only inside the closure that lent them.
public typealias ByteView = UnsafeBufferPointer<UInt8>

/// Small questions about bytes, and how bytes that may not be text are shown to people.
public enum Bytes {
    /// `bytes` as text for a message: valid UTF-8 as it is, every other byte and every control character as `\xNN`,
    /// cut after `limit` characters with `…`.
    public static func display(_ bytes: some Collection<UInt8>, limit: Int = 200) -> String {
        bytes.withContiguousStorageIfAvailable { displayed($0, limit) }
            ?? Array(bytes).withUnsafeBufferPointer { displayed($0, limit) }
    }

    private static func displayed(_ bytes: ByteView, _ limit: Int) -> String {
        if let plain = plainASCII(bytes, limit) { return plain }
        var text = ""
        text.reserveCapacity(min(bytes.count, limit))
        var (count, index) = (0, 0)
        while index < bytes.count {
            if count == limit { return text + "…" }
            count += 1
            let scalar = decodeScalar(bytes.slice(index, bytes.count - index))
            if let scalar, !isControl(scalar.value) {
                text.unicodeScalars.append(scalar.value)
                index += scalar.length
            } else {
                text += escaped(bytes[index])
                index += 1
            }
        }
        return text
    }

    /// The text where all of it is printable ASCII and no longer than `limit`: most of what is ever shown.
    private static func plainASCII(_ bytes: ByteView, _ limit: Int) -> String? {
        guard bytes.count <= limit, bytes.allSatisfy({ $0 &- 0x20 < 0x5F }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return "\\x" + String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// The scalar at the start of `bytes`, or nil where no valid UTF-8 sequence starts there.
    private static func decodeScalar(_ bytes: ByteView) -> (value: Unicode.Scalar, length: Int)? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, first < 0xF5, bytes.count >= length else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes.slice(1, length - 1) {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Part of the view; an empty view where the range does not lie inside.
    @inlinable public func slice(_ offset: Int, _ length: Int) -> ByteView {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            return ByteView(start: nil, count: 0)
        }
        return ByteView(rebasing: self[offset..<(offset + length)])
    }

    /// The part that an entry names; an empty view where it does not lie inside.
    @inlinable @inline(__always) func part(_ offset: UInt32, _ length: Int) -> ByteView {
        guard Int(offset) &+ length <= count, let base = baseAddress else { return ByteView(start: nil, count: 0) }
        return ByteView(start: base + Int(offset), count: length)
    }

    /// Whether the bytes are those of `literal`.
    @inlinable public func equals(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != literal.utf8Start[index] { return false }
        return true
    }

    /// Whether the bytes start with those of `literal`.
    @inlinable public func starts(with literal: StaticString) -> Bool {
        guard count >= literal.utf8CodeUnitCount else { return false }
        for index in 0..<literal.utf8CodeUnitCount where self[index] != literal.utf8Start[index] { return false }
        return true
    }

    /// Whether both views hold the same bytes.
    @inlinable public func equals(_ other: ByteView) -> Bool {
        guard count == other.count else { return false }
        guard let left = baseAddress, let right = other.baseAddress else { return true }
        return left == right || memoryEqual(left, right, count)
    }

    /// The text, ill-formed sequences shown as U+FFFD.
    public var text: String { String(decoding: self, as: UTF8.self) }
}
