internal import MARC
internal import Update

/// Decodes the record from MARC-8 into the spare record, then exchanges the two.
extension ScrubWork {
    mutating func transcodeMARC8() {
        var transcoding = MARC8Transcoding(record: spare, buffer: buffer)
        (spare, buffer) = (Record(), [])
        record.withView { transcoding.run($0) }
        counts.numericReferences += transcoding.decoder.referenceCount
        reading.faults += transcoding.textFaults
        spare = record
        record = transcoding.record
        buffer = transcoding.buffer
        reading.hasChangedText = true
    }
}

/// The transcoding of one record.
private struct MARC8Transcoding {
    var record: Record
    var buffer: [UInt8]
    var decoder = MARC8Decoder()
    private(set) var textFaults: [TextFault] = []
    private var faults: [MARC8Fault] = []

    init(record: Record, buffer: [UInt8]) {
        self.record = record
        self.buffer = buffer
    }

    mutating func run(_ view: RecordView) {
        record.removeAll()
        record.leader = view.leader
        for field in view.fields {
            decoder.startField()
            if field.tag.isControl {
                decode(field.value, at: field.place())
                record.appendControl(field.tag, buffer)
            } else {
                record.appendField(field.tag, field.indicator1, field.indicator2)
                for subfield in field.subfields { append(subfield, of: field) }
            }
        }
    }

    private mutating func append(_ subfield: SubfieldView, of field: FieldView) {
        if decoder.hasDefaultSets, Self.isPlain(subfield.value) {
            record.appendSubfield(subfield.code, subfield.value)
            return
        }
        decode(subfield.value, at: field.place(subfield: subfield.code == 0 ? nil : subfield.code))
        record.appendSubfield(subfield.code, buffer)
    }

    /// Printable ASCII without a numeric character reference: the same in UTF-8.
    private static func isPlain(_ value: ByteView) -> Bool {
        UTF8Check.isASCII(value) && !value.contains { $0 == Delimiter.escape || $0 == UInt8(ascii: "&") }
    }

    private mutating func decode(_ value: ByteView, at place: @autoclosure () -> FieldPlace) {
        buffer.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        let wasOpen = !decoder.hasDefaultSets
        decoder.decode(value, into: &buffer, faults: &faults)
        let isLeftOpen = !wasOpen && !decoder.hasDefaultSets
        if faults.isEmpty, !isLeftOpen { return }
        let place = place()
        for kind in MARC8Fault.Kind.allCases {
            let same = faults.filter { $0.kind == kind }
            if let first = same.first { keep(.marc8(kind), value, place, bytes: first.bytes, count: same.count) }
        }
        if isLeftOpen { keep(.setNotReset, value, place, bytes: [], count: 1) }
    }

    private mutating func keep(
        _ kind: TextFault.Kind, _ value: ByteView, _ place: FieldPlace, bytes: [UInt8], count: Int
    ) {
        textFaults.append(
            TextFault(kind: kind, place: place, before: Array(value), after: buffer, bytes: bytes, count: count))
    }
}
