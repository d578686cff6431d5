/// Reads one MARCXML record, cut out of its document by ``MARCXMLFramer``.
///
/// Records of the form that programs write are read by ``PlainMARCXML``, all others by libxml2, which judges whether the record is well formed. One that is not is read once more by ``MARCXMLRecovery``, which
/// understands damaged XML and saves everything but the damage itself. Entities other than the five of XML are never
/// expanded. The text of a record is UTF-8 unless a fault says otherwise: bytes that are not are kept as they are, for
/// Scrub to judge.
///
/// Made to be reused: one per thread.
public struct MARCXMLDecoder: ~Copyable {
    private var plain = PlainMARCXML()
    private var sink = MARCXMLSink()
    private var parser = XMLParser()

    public init() {}

    /// Reads `bytes` into `record`, replacing what it held, and appends what was wrong to `faults`.
    ///
    /// A record without a leader gets one of 24 blanks. Of one record at most 200 faults are reported.
    ///
    /// - Parameter context: the namespaces around the record, as the framer gave them.
    public mutating func decode(
        _ bytes: ByteView, context: MARCXMLContext, into record: inout Record, faults: inout [ReadFault]
    ) {
        if plain.read(bytes, context: context, into: &record) { return }
        decodeThoroughly(bytes, context: context, into: &record, faults: &faults)
    }

    /// The same without the short way for plain records, which has to come to the same.
    @_spi(Fuzzing) public mutating func decodeThoroughly(
        _ bytes: ByteView, context: MARCXMLContext, into record: inout Record, faults: inout [ReadFault]
    ) {
        swap(&sink.record, &record)
        read(bytes, context: context)
        swap(&sink.record, &record)
        faults.append(contentsOf: sink.faults)
        faults.append(contentsOf: HiddenRecords.faults(in: bytes))
    }

    private mutating func read(_ bytes: ByteView, context: MARCXMLContext) {
        sink.begin(nestingFault: .xmlShapeWrong)
        guard XMLParser.accepts(bytes) else { return recover(bytes, because: "no tag of more than 32 KiB") }
        if let reason = parser.parse(bytes, context: context, into: &sink) { return recover(bytes, because: reason) }
        sink.finish()
    }

    private mutating func recover(_ bytes: ByteView, because reason: String) {
        sink.begin(nestingFault: .xmlNotWellFormed)
        MARCXMLRecovery.read(bytes, into: &sink)
        if !sink.hasFormFault { sink.note(.xmlNotWellFormed, at: 0, expected: reason) }
        sink.finish()
    }
}
