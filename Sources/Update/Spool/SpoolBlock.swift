/// A batch in the form in which a spool holds it: what its stage added, and nothing of what an earlier spool has.
public struct SpoolBlock: Sendable {
    /// The block's payload up to the records' bytes.
    let head: [UInt8]
    /// The records' bytes, which the batch had in one piece: the rest of the payload.
    let body: [UInt8]
    let firstOrdinal: UInt32
    let records: Int
    let checksum: UInt64

    private init(head: consuming [UInt8], body: consuming [UInt8] = [], origins: [RecordOrigin]) {
        firstOrdinal = origins.first?.ordinal ?? 0
        records = origins.count
        checksum = head.withUnsafeBytes { head in
            body.withUnsafeBytes { body in
                body.isEmpty ? Hash128.hash64(of: head) : Hash128.hash64(of: head, body)
            }
        }
        (self.head, self.body) = (head, body)
    }

    /// Bytes in the payload.
    var length: Int { head.count + body.count }

    /// The places of collected records; their bytes stay in the pinned files.
    public init(_ batch: borrowing Batch<Collected>) {
        var head: [UInt8] = []
        head.reserveCapacity(batch.count * Raw.lengthOfPlace)
        Raw.append(batch.origins, to: &head)
        Raw.append(batch.marks, to: &head)
        self.init(head: head, origins: batch.origins)
    }

    /// Scrubbed records, with the places that they came from.
    public init(_ batch: borrowing Batch<Scrubbed>) {
        var head: [UInt8] = []
        head.reserveCapacity(batch.count * Raw.lengthOfPlace + 8)
        Raw.append(batch.origins, to: &head)
        Raw.append(batch.marks, to: &head)
        Raw.append(batch.ends, to: &head)
        Raw.pad(&head)
        // The bytes of a batch that scrub has made are shared, not copied.
        let body = batch.bytesStart == 0 ? batch.bytes : Array(batch.bytes[batch.bytesStart...])
        self.init(head: head, body: body, origins: batch.origins)
    }

    /// Verdicts and keys; the records stay in scrub's spool.
    public init(_ batch: borrowing Batch<Validated>) {
        var head: [UInt8] = []
        Raw.append(batch.marks, to: &head)
        Raw.append(batch.keys, to: &head)
        self.init(head: head, origins: batch.origins)
    }
}
