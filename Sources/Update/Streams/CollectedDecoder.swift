public import MARC

/// Makes a record of the bytes that ingest collected, by the format of the file that they came from.
///
/// Ingest, scrub and `show` all read through it, so that they see the same record. Make one for a batch and reuse it.
///
/// ```swift
/// var decoder = CollectedDecoder(files: batch.files)
/// decoder.decode(index, of: batch, into: &record, faults: &faults)
/// ```
public struct CollectedDecoder: ~Copyable {
    private let files: FileTable
    private var marcxml: MARCXMLDecoder?
    private var marcjson: MARCJSONDecoder?
    /// The file whose format and namespaces are at hand; nil before the first record.
    private var file: UInt16?
    private var format = SourceFormat.iso2709
    private var context = MARCXMLContext()
    private var identifiers: OAIIdentifierForm?

    public init(files: FileTable) { self.files = files }

    /// Reads the record at `index` of `batch`.
    ///
    /// - Parameters:
    ///   - record: gets the record, whatever it held before; it may end up without fields.
    ///   - faults: gets what was wrong, each with its place from the record's first byte; what it held stays.
    public mutating func decode(
        _ index: Int, of batch: borrowing Batch<Collected>, into record: inout Record, faults: inout [ReadFault]
    ) {
        guard index >= 0, index < batch.count else { return record.removeAll() }
        let file = batch.origins[index].file
        batch.withRawBytes(index) { decode($0, of: file, into: &record, faults: &faults) }
    }

    /// Reads `bytes`, one record of the file with that index.
    public mutating func decode(
        _ bytes: ByteView, of file: UInt16, into record: inout Record, faults: inout [ReadFault]
    ) {
        if file != self.file { turn(to: file) }
        switch format {
        case .iso2709: ISO2709Chunks.decode(bytes, into: &record, faults: &faults)
        case .marcxml where identifiers?.decode(bytes, into: &record) ?? false: break
        case .marcxml: marcxml?.decode(bytes, context: context, into: &record, faults: &faults)
        case .marcjson: marcjson?.decode(bytes, into: &record, faults: &faults)
        case .mrk: MARCMakerDecoder.decode(bytes, into: &record, faults: &faults)
        case .alephSequential: AlephDecoder.decode(bytes, into: &record, faults: &faults)
        case .deleteList: DeleteListLine.decode(bytes, into: &record)
        }
    }

    private mutating func turn(to file: UInt16) {
        let entry = Int(file) < files.entries.count ? files.entries[Int(file)] : nil
        self.file = file
        format = entry?.sourceFormat ?? .iso2709
        context = MARCXMLContext(declarations: (entry?.namespaces ?? "").utf8)
        identifiers = entry?.identifiers.flatMap { OAIIdentifierForm($0) }
        if format == .marcxml, marcxml == nil { marcxml = MARCXMLDecoder() }
        if format == .marcjson, marcjson == nil { marcjson = MARCJSONDecoder() }
    }
}
