/// How a spool lies on disk: a head, blocks of one batch each, a tail, an index of the blocks, and a footer that makes it
/// complete. Numbers are little-endian; flat arrays lie as they do in memory.
///
/// | part | bytes |
/// |---|---|
/// | head | `HOLDFAST`, the kind and the format number of 4 bytes each |
/// | block | payload, padded to 8 bytes |
/// | tail | the file table and what concerns the submission as a whole |
/// | index | 32 bytes a block: offset, length, first ordinal and records (4 bytes each), checksum of the payload |
/// | footer | 64 bytes: offset of the tail, its length, offset of the index, blocks, records, checksum of all (16), `HOLDEND.` |
enum SpoolFormat {
    static let head = Array("HOLDFAST".utf8)
    static let end = Array("HOLDEND.".utf8)
    static let headLength = 16
    static let footerLength = 64
    /// Who may read it: raised when the layout changes.
    static let number: UInt32 = 3
}

/// Which stage made a spool.
public enum SpoolKind: UInt32, Sendable {
    /// Ingest: the places of the records in the pinned files.
    case places = 1
    /// Scrub: the records.
    case records = 2
    /// Validate: the verdicts, keys and hashes.
    case verdicts = 3
}

/// Where a block lies: 32 bytes without gaps.
struct BlockEntry: BitwiseCopyable, Sendable {
    var offset: UInt64
    var length: UInt64
    var firstOrdinal: UInt32
    var records: UInt32
    var checksum: UInt64
}

/// A spool that cannot be read: not complete, altered, or of another format.
public struct SpoolFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "cannot use the spool \(path): \(reason); rerun from the stage that makes it" }
}

/// Writes and reads trivial values as they lie in memory.
enum Raw {
    /// Room for what a block says of a record besides its bytes.
    static let lengthOfPlace =
        MemoryLayout<RecordOrigin>.stride + MemoryLayout<Scrubbed.Mark>.stride + MemoryLayout<UInt32>.stride

    static func append<Value: BitwiseCopyable>(_ value: Value, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    static func append<Value: BitwiseCopyable>(_ values: [Value], to bytes: inout [UInt8]) {
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    static func pad(_ bytes: inout [UInt8]) {
        while bytes.count % 8 != 0 { bytes.append(0) }
    }
}

/// Takes trivial values from bytes, one after another; nil as soon as too few are left.
struct RawCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        guard bytes.count - position >= MemoryLayout<Value>.size else { return nil }
        defer { position += MemoryLayout<Value>.size }
        return bytes.loadUnaligned(fromByteOffset: position, as: type)
    }

    mutating func takeArray<Value: BitwiseCopyable>(_ type: Value.Type, count: Int) -> [Value]? {
        let size = MemoryLayout<Value>.stride
        guard count >= 0, count <= (bytes.count - position) / size else { return nil }
        let start = position
        position += count * size
        return [Value](unsafeUninitializedCapacity: count) { target, filled in
            UnsafeMutableRawBufferPointer(target).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count * size)]))
            filled = count
        }
    }

    mutating func align() { position = min((position + 7) & ~7, bytes.count) }
}
