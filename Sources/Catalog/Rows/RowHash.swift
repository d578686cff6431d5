internal import MARC
internal import Update

/// The hash of a row over its natural key and its content, never over the database's own numbers: each value with its
/// length before it, so that no two rows come to the same bytes.
///
/// Made to be reused: it keeps its memory from row to row.
struct RowHash {
    /// More than is in use: values are put into memory that is there already, which takes a third of the time that
    /// appending to an array takes.
    private var bytes: [UInt8] = []
    private var length = 0
    private var keyLength = 0

    /// What follows are rows of the record with that kind and control number.
    mutating func beginRecord(_ kind: RecordKind, _ controlNumber: ByteView) {
        length = 0
        append(kind.rawValue)
        append(controlNumber)
        keyLength = length
    }

    /// The next row of that record.
    mutating func beginRow() { length = keyLength }

    mutating func append(_ value: ByteView) {
        let count = UInt32(truncatingIfNeeded: value.count)
        makeRoom(4 + value.count)
        bytes.withUnsafeMutableBytes { bytes in
            bytes.storeBytes(of: count.littleEndian, toByteOffset: length, as: UInt32.self)
            UnsafeMutableRawBufferPointer(rebasing: bytes[(length + 4)...]).copyMemory(
                from: UnsafeRawBufferPointer(value))
        }
        length += 4 + value.count
    }

    mutating func append(_ number: UInt8) { put(number) }

    mutating func append(_ number: Int) { put(UInt64(truncatingIfNeeded: number).littleEndian) }

    var hash: Hash128 {
        bytes.withUnsafeBytes { Hash128(of: UnsafeRawBufferPointer(rebasing: $0[..<length])) }
    }

    private mutating func put<Number: BitwiseCopyable>(_ number: Number) {
        makeRoom(MemoryLayout<Number>.size)
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: number, toByteOffset: length, as: Number.self) }
        length += MemoryLayout<Number>.size
    }

    private mutating func makeRoom(_ count: Int) {
        let missing = length + count - bytes.count
        if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: max(missing, bytes.count, 64))) }
    }
}
