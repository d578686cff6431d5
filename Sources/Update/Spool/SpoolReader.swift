/// A complete spool, read block by block from any thread.
public final class SpoolReader: Sendable {
    private let file: InputFile
    private let index: [BlockEntry]
    /// What the spool says of the submission as a whole.
    public let tail: SpoolTail
    /// Records in all blocks.
    public let recordCount: Int
    /// The checksum of the whole.
    public let checksum: String
    public let kind: SpoolKind

    /// - Throws: `FileFailure`, or `SpoolFailure` where the file is not a complete spool of this kind and format.
    public init(path: String, kind: SpoolKind) throws {
        file = try InputFile(path: path)
        self.kind = kind
        try Self.checkHead(file, kind)
        let footer = try Self.readFooter(file)
        var bytes: [UInt8] = []
        try file.read(
            at: footer.tailOffset, count: file.size - SpoolFormat.footerLength - footer.tailOffset, into: &bytes)
        let digest = bytes.withUnsafeBytes { Hash128(of: $0) }
        guard digest == footer.digest else { throw SpoolFailure(path: path, reason: "its index has been altered") }
        let parts = bytes.withUnsafeBytes { raw -> (SpoolTail, [BlockEntry])? in
            guard footer.tailLength <= raw.count, footer.indexOffset >= footer.tailOffset,
                footer.indexOffset - footer.tailOffset <= raw.count,
                let tail = SpoolTail(UnsafeRawBufferPointer(rebasing: raw[..<footer.tailLength]))
            else { return nil }
            var cursor = RawCursor(UnsafeRawBufferPointer(rebasing: raw[(footer.indexOffset - footer.tailOffset)...]))
            guard let index = cursor.takeArray(BlockEntry.self, count: footer.blocks) else { return nil }
            return (tail, index)
        }
        guard let parts else { throw SpoolFailure(path: path, reason: "its index makes no sense") }
        (tail, index) = parts
        recordCount = footer.records
        checksum = digest.hexadecimal
    }

    /// Blocks in the spool.
    public var blockCount: Int { index.count }
    public var path: String { file.path }

    /// The block that holds the record with that ordinal, and its place in it; nil where there is none.
    public func find(ordinal: UInt32) -> (block: Int, index: Int)? {
        var (low, high) = (0, index.count)
        while low < high {
            let middle = (low + high) / 2
            if index[middle].firstOrdinal <= ordinal { low = middle + 1 } else { high = middle }
        }
        guard low > 0, ordinal - index[low - 1].firstOrdinal < index[low - 1].records else { return nil }
        return (low - 1, Int(ordinal - index[low - 1].firstOrdinal))
    }

    /// How many records the block holds.
    func records(inBlock block: Int) -> Int { index.indices.contains(block) ? Int(index[block].records) : 0 }

    /// The ordinal of the block's first record.
    func firstOrdinal(ofBlock block: Int) -> UInt32 { index.indices.contains(block) ? index[block].firstOrdinal : 0 }

    /// The block's payload after its checksum agreed.
    func payload(ofBlock block: Int) throws -> [UInt8] {
        guard index.indices.contains(block) else { throw SpoolFailure(path: path, reason: "it has no block \(block)") }
        let entry = index[block]
        var bytes: [UInt8] = []
        try file.read(at: Int(clamping: entry.offset), count: Int(clamping: entry.length), into: &bytes)
        guard bytes.withUnsafeBytes({ Hash128.hash64(of: $0) }) == entry.checksum else {
            throw SpoolFailure(path: path, reason: "block \(block) has been altered")
        }
        return bytes
    }

    private static func checkHead(_ file: InputFile, _ kind: SpoolKind) throws {
        var head: [UInt8] = []
        try file.read(at: 0, count: SpoolFormat.headLength, into: &head)
        var expected = SpoolFormat.head
        Raw.append(kind.rawValue, to: &expected)
        guard head.prefix(12) == expected[...] else {
            throw SpoolFailure(path: file.path, reason: "it does not start as a spool of this kind does")
        }
        Raw.append(SpoolFormat.number, to: &expected)
        guard head == expected else {
            throw SpoolFailure(
                path: file.path, reason: "its format is not \(SpoolFormat.number), the one that is read here")
        }
    }

    private struct Footer {
        var tailOffset: Int
        var tailLength: Int
        var indexOffset: Int
        var blocks: Int
        var records: Int
        var digest: Hash128
    }

    private static func readFooter(_ file: InputFile) throws -> Footer {
        var bytes: [UInt8] = []
        let start = file.size - SpoolFormat.footerLength
        guard start >= SpoolFormat.headLength else { throw SpoolFailure(path: file.path, reason: "it is not complete") }
        try file.read(at: start, count: SpoolFormat.footerLength, into: &bytes)
        let numbers = bytes.withUnsafeBytes { raw -> [UInt64]? in
            var cursor = RawCursor(raw)
            return cursor.takeArray(UInt64.self, count: 7)
        }
        guard let numbers, bytes.suffix(8) == SpoolFormat.end[...], numbers[0] <= UInt64(start) else {
            throw SpoolFailure(path: file.path, reason: "it is not complete")
        }
        return Footer(
            tailOffset: Int(clamping: numbers[0]), tailLength: Int(clamping: numbers[1]),
            indexOffset: Int(clamping: numbers[2]), blocks: Int(clamping: numbers[3]),
            records: Int(clamping: numbers[4]),
            digest: Hash128(low: numbers[5], high: numbers[6]))
    }
}
