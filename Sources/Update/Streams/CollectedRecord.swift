public import MARC

/// MARC records as received: bytes in whatever encoding, origin and intent. Made by ingest.
public enum Collected: StreamContent {
    /// What ingest says of a record: 8 bytes.
    public struct Mark: BitwiseCopyable, Sendable {
        var intentCode: UInt8
        var dispositionCode: UInt8
        private var unused16: UInt16 = 0
        private var unused32: UInt32 = 0

        init(intent: Intent, disposition: Disposition) {
            intentCode = intent.rawValue
            dispositionCode = disposition.rawValue
        }

        public var intent: Intent { Intent(rawValue: intentCode) ?? .keep }
        /// `passed`, or `rejected` where ingest could make no record of it.
        public var disposition: Disposition { Disposition(rawValue: dispositionCode) ?? .rejected }
    }
}

extension Batch where Content == Collected {
    /// An empty batch for ingest to fill.
    @_spi(Ingest) public init(collectedFrom files: FileTable) { self.init(files: files) }

    /// Adds a record as received.
    @_spi(Ingest) public mutating func append(
        _ raw: some Collection<UInt8>, origin: RecordOrigin, intent: Intent, disposition: Disposition = .passed
    ) {
        origins.append(origin)
        marks.append(.init(intent: intent, disposition: disposition))
        bytes.append(contentsOf: raw)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Puts a longer table in the place of the batch's: one in which every index of the batch means the same.
    @_spi(Ingest) public mutating func setFiles(_ longer: FileTable) { files = longer }

    /// Adds a record as received, from memory that somebody else owns.
    @_spi(Ingest) public mutating func append(_ raw: ByteView, origin: RecordOrigin) {
        origins.append(origin)
        marks.append(.init(intent: .keep, disposition: .passed))
        // In one go what a batch takes: otherwise its bytes are copied each time that they outgrow their memory.
        if bytes.capacity == 0 { bytes.reserveCapacity(BatchLimit.bytes + BatchLimit.bytes / 8) }
        bytes.append(contentsOf: raw)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Says what became known of the record at `index` when it was decoded.
    @_spi(Ingest) public mutating func mark(_ index: Int, intent: Intent, disposition: Disposition) {
        guard marks.indices.contains(index) else { return }
        marks[index] = .init(intent: intent, disposition: disposition)
    }

    /// Lends the bytes of the record at `index` as received.
    public func withRawBytes<Result>(_ index: Int, _ body: (ByteView) throws -> Result) rethrows -> Result {
        try withBytes(index, body)
    }
}
