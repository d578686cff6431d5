/// A batch in the form in which a spool holds it: what its stage added, and nothing of what an earlier spool has.
public struct SpoolBlock: Sendable {
    var payload: [UInt8]
    let firstOrdinal: UInt32
    let records: Int
    let checksum: UInt64

    private init(payload: consuming [UInt8], origins: [RecordOrigin]) {
        self.payload = payload
        firstOrdinal = origins.first?.ordinal ?? 0
        records = origins.count
        checksum = self.payload.withUnsafeBytes { Hash128.hash64(of: $0) }
    }

    /// The places of collected records; their bytes stay in the pinned files.
    public init(_ batch: borrowing Batch<Collected>) {
        var payload: [UInt8] = []
        Raw.append(batch.origins, to: &payload)
        Raw.append(batch.marks, to: &payload)
        self.init(payload: payload, origins: batch.origins)
    }

    /// Scrubbed records, with the places that they came from.
    public init(_ batch: borrowing Batch<Scrubbed>) {
        var payload: [UInt8] = []
        payload.reserveCapacity(batch.byteCount + batch.count * 72 + 8)
        Raw.append(batch.origins, to: &payload)
        Raw.append(batch.marks, to: &payload)
        Raw.append(batch.ends, to: &payload)
        Raw.pad(&payload)
        payload.append(contentsOf: batch.bytes[batch.bytesStart...])
        self.init(payload: payload, origins: batch.origins)
    }

    /// Verdicts and keys; the records stay in scrub's spool.
    public init(_ batch: borrowing Batch<Validated>) {
        var payload: [UInt8] = []
        Raw.append(batch.marks, to: &payload)
        Raw.append(batch.keys, to: &payload)
        self.init(payload: payload, origins: batch.origins)
    }
}
