internal import MARC

/// What a stream carries between two stages, as a type: only the stage that makes it can.
public protocol StreamContent: Sendable {
    /// What the stage says of each record: a trivial value without gaps, for it is copied to spools as it lies.
    associatedtype Mark: BitwiseCopyable & Sendable
}

/// Some records on their way, with the bytes that they need. The element of every stream.
///
/// Records are told apart by their index in the batch, from 0. A record that a stage has rejected stays in the batch,
/// marked, so that ordinals have no gaps and every record is counted to its end.
public struct Batch<Content: StreamContent>: Sendable {
    public internal(set) var files: FileTable
    /// Where each record came from.
    public internal(set) var origins: [RecordOrigin]
    /// What the stage says of each record.
    public internal(set) var marks: [Content.Mark]
    /// Where each record's bytes end, counted from the first record's start; each starts where the one before ends.
    var ends: [UInt32]
    /// The records' bytes, one after another: as received when collected, flat records afterwards.
    var bytes: [UInt8]
    /// Where the first record starts in `bytes`: not at 0 where they are a spool's block, taken as it was read.
    var bytesStart = 0
    /// Validated records: their keys, one record's after another's.
    var keys: [UInt8] = []

    init(files: FileTable) {
        self.files = files
        origins = []
        marks = []
        ends = []
        bytes = []
    }

    /// Records in the batch.
    public var count: Int { origins.count }
    public var isEmpty: Bool { origins.isEmpty }
    /// Bytes that the records take.
    public var byteCount: Int { Int(ends.last ?? 0) }

    /// Lends the bytes of the record at `index`; an empty view for an index outside the batch.
    @inline(__always)
    func withBytes<Result>(_ index: Int, _ body: (ByteView) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { all in
            guard index >= 0, index < ends.count else { return try body(ByteView(start: nil, count: 0)) }
            let start = index == 0 ? 0 : Int(ends[index - 1])
            return try body(all.slice(bytesStart &+ start, Int(ends[index]) - start))
        }
    }

    /// Lends the flat record at `index`; an empty record where there is none.
    @inline(__always)
    func withFlatRecord<Result>(_ index: Int, _ body: (RecordView) throws -> Result) rethrows -> Result {
        try withBytes(index) { bytes in
            if let result = try FlatRecord.withView(bytes, isTrusted: true, body) { return result }
            return try Record().withView(body)
        }
    }
}

/// How large batches are made; the same whatever the number of threads, so that the output is.
public enum BatchLimit {
    /// Records at most.
    public static let records = 1024
    /// Bytes after which a batch is closed.
    public static let bytes = 1 << 20
}
