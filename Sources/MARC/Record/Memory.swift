internal import Glibc

/// Whether `count` bytes at both places are the same.
@usableFromInline func memoryEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    memcmp(left, right, count) == 0
}

/// The offset of the first `byte` in `bytes` at or after `start`, or nil.
func find(_ byte: UInt8, in bytes: ByteView, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress, start >= 0, start < bytes.count,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
