internal import MARC
internal import Update

/// The hash of a row over its natural key and its content, never over the database's own numbers: each value with its
/// length before it, so that no two rows come to the same bytes.
///
/// Made to be reused: it keeps its memory from row to row.
struct RowHash {
    private var bytes: [UInt8] = []
    private var keyLength = 0

    /// What follows are rows of the record with that kind and control number.
    mutating func beginRecord(_ kind: RecordKind, _ controlNumber: ByteView) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(kind.rawValue)
        append(controlNumber)
        keyLength = bytes.count
    }

    /// The next row of that record.
    mutating func beginRow() { bytes.removeLast(bytes.count - keyLength) }

    mutating func append(_ value: ByteView) {
        let length = UInt32(truncatingIfNeeded: value.count)
        withUnsafeBytes(of: length.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: value)
    }

    mutating func append(_ number: UInt8) { bytes.append(number) }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    var hash: Hash128 { bytes.withUnsafeBytes { Hash128(of: $0) } }
}
