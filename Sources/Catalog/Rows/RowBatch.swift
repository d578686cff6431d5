public import MARC
public import Update

/// The rows that a batch of validated records comes to: everything that a store writes, ready to be bound, and nothing
/// that it has to look up. Made on any thread, written by one.
public struct RowBatch: Sendable {
    /// A stretch of the batch's bytes.
    public struct Slice: Sendable {
        var offset: UInt32
        var length: UInt32

        var isEmpty: Bool { length == 0 }
    }

    /// A record's row, with the rows that hang on it.
    public struct Row: Sendable {
        /// Among the records of the submission, from 0.
        public var ordinal: UInt32
        public var disposition: Disposition
        public var intent: Intent
        public var kind: RecordKind
        public var form: RecordForm
        /// The hash of the record as validated.
        public var contentHash: Hash128
        /// What the record's rows come to.
        public var sums: TableSums
        /// The 16 bytes of the content hash as a column holds them.
        var hash: Slice
        var controlNumber: Slice
        var title: Slice
        var author: Slice
        var subject: Slice
        var marc: Slice
        var identifiersEnd: UInt32
        var holdingsEnd: UInt32

        /// Neither the record nor its number could be made out.
        public var isUnidentifiable: Bool { controlNumber.isEmpty }
    }

    struct IdentifierRow: Sendable {
        var type: RecordKey
        var value: Slice
    }

    var bytes: [UInt8] = []
    public internal(set) var rows: [Row] = []
    var identifiers: [IdentifierRow] = []
    var holdings: [HoldingSlices] = []
    /// What matching has to know of the records; nil where they are not matched.
    var match: MatchColumns?

    public init() {}

    /// Records in the batch.
    public var count: Int { rows.count }

    /// Lends the control number of the record at `index`; it must lie inside the batch.
    public func withControlNumber<Result>(_ index: Int, _ body: (ByteView) throws -> Result) rethrows -> Result {
        try withBytes { try body($0.slice(rows[index].controlNumber)) }
    }

    /// Lends all bytes, into which slices point.
    @inline(__always)
    func withBytes<Result, Failure: Error>(_ body: (ByteView) throws(Failure) -> Result) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The identifiers of the record at `index`, as indexes of `identifiers`.
    func identifierRange(_ index: Int) -> Range<Int> {
        let start = index == 0 ? 0 : Int(rows[index - 1].identifiersEnd)
        return start..<max(start, Int(rows[index].identifiersEnd))
    }

    /// The holdings of the record at `index`, as indexes of `holdings`.
    func holdingRange(_ index: Int) -> Range<Int> {
        let start = index == 0 ? 0 : Int(rows[index - 1].holdingsEnd)
        return start..<max(start, Int(rows[index].holdingsEnd))
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    @inline(__always)
    func slice(_ slice: RowBatch.Slice) -> ByteView { self.slice(Int(slice.offset), Int(slice.length)) }
}
