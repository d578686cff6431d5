internal import MARC
internal import Update

/// Reads glimpses of records back from the records spool. Keeps the blocks read last, because pairs lie near one another or
/// run through two parts of a submission side by side.
struct SpoolGlimpses {
    private let records: SpoolReader
    private let controlNumber: ControlNumberPlace
    private var blocks: [Int: Batch<Scrubbed>] = [:]

    /// Blocks kept, of about 1 MiB each.
    private static let kept = 8

    init(_ records: SpoolReader, controlNumber: ControlNumberPlace) {
        self.records = records
        self.controlNumber = controlNumber
    }

    /// - Throws: `SpoolFailure` or `FileFailure`; `SpoolFailure` also where the spool has no such record.
    mutating func glimpse(of ordinal: UInt32) throws -> RecordGlimpse {
        guard let place = records.find(ordinal: ordinal) else {
            throw SpoolFailure(path: records.path, reason: "it has no record \(ordinal)")
        }
        let batch = try block(place.block)
        let (origin, mark) = (batch.origins[place.index], batch.marks[place.index])
        return batch.withRecord(place.index) { view in
            RecordGlimpse(
                origin: origin, file: batch.files.name(of: origin.file), intent: mark.intent,
                contentHash: mark.contentHash,
                control: Array(controlNumber.number(in: view) ?? ByteView(start: nil, count: 0)))
        }
    }

    private mutating func block(_ number: Int) throws -> Batch<Scrubbed> {
        if let known = blocks[number] { return known }
        if blocks.count == Self.kept { blocks.removeAll(keepingCapacity: true) }
        let batch = try records.scrubbed(block: number)
        blocks[number] = batch
        return batch
    }
}
