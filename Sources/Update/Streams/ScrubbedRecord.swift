public import MARC

/// MARC records in UTF-8 and Unicode NFC, with two valid indicators, legal subfield codes and no empty subfield. The type
/// is the promise: only scrub makes one.
public enum Scrubbed: StreamContent {
    /// What scrub says of a record: 24 bytes.
    public struct Mark: BitwiseCopyable, Sendable {
        var intentCode: UInt8
        var dispositionCode: UInt8
        var repairedCode: UInt8
        var levelCode: UInt8
        private var unused32: UInt32 = 0
        var hashLow: UInt64
        var hashHigh: UInt64

        init(intent: Intent, disposition: Disposition, isRepaired: Bool, level: Level, hash: Hash128) {
            intentCode = intent.rawValue
            dispositionCode = disposition.rawValue
            repairedCode = isRepaired ? 1 : 0
            levelCode = level.rawValue
            hashLow = hash.low
            hashHigh = hash.high
        }

        public var intent: Intent { Intent(rawValue: intentCode) ?? .keep }
        /// `passed` or `rejected`.
        public var disposition: Disposition { Disposition(rawValue: dispositionCode) ?? .rejected }
        /// Whether scrub changed anything that it reports as a repair.
        public var isRepaired: Bool { repairedCode != 0 }
        /// By the worst defect that scrub has left in it.
        public var level: Level { Level(rawValue: levelCode) ?? .critical }
        /// The hash of the record's flat form.
        public var contentHash: Hash128 { Hash128(low: hashLow, high: hashHigh) }
    }
}

extension Batch where Content == Scrubbed {
    /// An empty batch for scrub to fill.
    @_spi(Scrub) public init(scrubbedFrom files: FileTable) { self.init(files: files) }

    /// An empty batch for scrub to fill, with room for what it makes of `collected`.
    @_spi(Scrub) public init(scrubbedFrom collected: borrowing Batch<Collected>) {
        self.init(files: collected.files)
        origins.reserveCapacity(collected.count)
        marks.reserveCapacity(collected.count)
        ends.reserveCapacity(collected.count)
        // Flat records take about 1.6 times the room of ISO 2709; less in XML.
        bytes.reserveCapacity(collected.byteCount * 7 / 4)
    }

    /// Adds a record, copied into flat form. A rejected record is added too, so that it is counted.
    @_spi(Scrub) public mutating func append(
        _ record: Record, origin: RecordOrigin, intent: Intent, disposition: Disposition, isRepaired: Bool,
        level: Level = .clean
    ) {
        let start = bytes.count
        record.withView { view in _ = FlatRecord.append(view, to: &bytes) }
        let hash = bytes.withUnsafeBytes { Hash128(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
        origins.append(origin)
        marks.append(.init(intent: intent, disposition: disposition, isRepaired: isRepaired, level: level, hash: hash))
        ends.append(UInt32(truncatingIfNeeded: bytes.count - bytesStart))
    }

    /// Lends the record at `index`; an empty record where there is none.
    public func withRecord<Result>(_ index: Int, _ body: (RecordView) throws -> Result) rethrows -> Result {
        try withFlatRecord(index, body)
    }
}
