/// Writes a spool from its start; without `finish` it is not complete and nobody reads it.
public struct SpoolWriter: ~Copyable {
    private var file: OutputFile
    private var index: [BlockEntry] = []
    private var records: UInt64 = 0
    private let isDurable: Bool

    /// - Parameter isDurable: whether the spool must outlive a crash once it is finished.
    public init(path: String, kind: SpoolKind, isDurable: Bool = true) throws(FileFailure) {
        var file = try OutputFile(path: path)
        var head = SpoolFormat.head
        Raw.append(kind.rawValue, to: &head)
        Raw.append(SpoolFormat.number, to: &head)
        try file.write(head)
        self.file = file
        self.isDurable = isDurable
    }

    /// Appends a block; blocks come in the order of the stream.
    public mutating func write(_ block: consuming SpoolBlock) throws(FileFailure) {
        index.append(
            BlockEntry(
                offset: UInt64(file.count), length: UInt64(block.length), firstOrdinal: block.firstOrdinal,
                records: UInt32(truncatingIfNeeded: block.records), checksum: block.checksum))
        records += UInt64(block.records)
        try file.write(block.head)
        try file.write(block.body)
        // Every block starts where eight bytes start.
        try file.write([UInt8](repeating: 0, count: -block.length & 7))
    }

    /// Makes the spool complete, and durable where it is to be.
    ///
    /// - Returns: the checksum of the whole, which the next stage notes as that of its input.
    public mutating func finish(_ tail: SpoolTail) throws(FileFailure) -> String {
        var bytes = tail.encoded
        let tailLength = bytes.count
        Raw.pad(&bytes)
        let indexOffset = file.count + bytes.count
        Raw.append(index, to: &bytes)
        let digest = bytes.withUnsafeBytes { Hash128(of: $0) }
        let tailOffset = file.count
        for number in [tailOffset, tailLength, indexOffset, index.count] { Raw.append(UInt64(number), to: &bytes) }
        Raw.append(records, to: &bytes)
        Raw.append(digest.low, to: &bytes)
        Raw.append(digest.high, to: &bytes)
        bytes.append(contentsOf: SpoolFormat.end)
        try file.write(bytes)
        try file.finish(isDurable: isDurable)
        return digest.hexadecimal
    }
}
