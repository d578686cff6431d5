internal import MARC

/// A record in the form in which the database keeps it: ISO 2709, or above its limits a MARCXML document.
enum StoredRecord {
    /// Appends the record and says in which form.
    static func append(_ record: RecordView, to output: inout [UInt8]) -> RecordForm {
        do {
            try ISO2709Writer.append(record, to: &output)
            return .iso2709
        } catch {
            MARCXMLWriter.appendHead(to: &output)
            MARCXMLWriter.append(record, to: &output)
            MARCXMLWriter.appendFoot(to: &output)
            return .marcxml
        }
    }

    /// Reads a stored record; nil where it cannot be read without a fault.
    static func read(_ bytes: ByteView, _ form: RecordForm) -> Record? {
        var record = Record()
        var faults: [ReadFault] = []
        switch form {
        case .iso2709: ISO2709Decoder.decode(bytes, into: &record, faults: &faults)
        case .marcxml:
            guard let (element, context) = element(in: bytes) else { return nil }
            var decoder = MARCXMLDecoder()
            decoder.decode(element, context: context, into: &record, faults: &faults)
        }
        return faults.isEmpty ? record : nil
    }

    /// The one record of a MARCXML document.
    private static func element(in document: ByteView) -> (ByteView, MARCXMLContext)? {
        var framer = MARCXMLFramer()
        var rest = document
        while case .piece(let piece, let length) = framer.next(in: rest, isLast: true), length > 0 {
            if piece == .record { return (rest.slice(0, length), framer.context) }
            rest = rest.slice(length, rest.count - length)
        }
        return nil
    }
}

extension RecordView {
    /// Whether both have the same fields, indicators and data, and the same leader but for the positions that depend on
    /// the form: lengths, addresses and counts.
    func says(_ other: RecordView) -> Bool {
        for position in 5..<20 where !(10...16).contains(position) {
            if leader[position] != other.leader[position] { return false }
        }
        return fields.elementsEqual(other.fields) { $0.says($1) }
    }
}

extension FieldView {
    fileprivate func says(_ other: FieldView) -> Bool {
        guard tag == other.tag else { return false }
        if tag.isControl { return value.equals(other.value) }
        return indicator1 == other.indicator1 && indicator2 == other.indicator2
            && subfields.elementsEqual(other.subfields) { $0.code == $1.code && $0.value.equals($1.value) }
    }
}
