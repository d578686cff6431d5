internal import MARC
internal import MARC21
internal import Update

/// Makes the keys by which a record is found and matched, in their normal forms. Used again for every record of a batch.
struct RecordKeys {
    /// The record has a valid ISBN, ISSN or LCCN.
    private(set) var hasStandardNumber = false
    /// The keys of the record at hand, one after another.
    private var bytes: [UInt8] = []
    private var keys: [(key: RecordKey, end: Int)] = []
    /// The one place of the OCLC number; nil where 035 $a and 001 say themselves whether they hold one.
    private let oclcNumber: FieldPart?

    init(oclcNumber: FieldPart? = nil) { self.oclcNumber = oclcNumber }

    /// Makes the keys of `record`, each of them once.
    mutating func make(from record: RecordView) {
        bytes.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        hasStandardNumber = false
        for field in record.fields {
            if let oclcNumber, field.tag == oclcNumber.tag { addOCLC(field, oclcNumber.subfield) }
            switch field.tag {
            case "001" where oclcNumber == nil: add(.oclc, OCLCNumber.inControlNumber(field.value))
            case "010":
                for subfield in field.subfields where subfield.code == UInt8(ascii: "a") { addLCCN(subfield.value) }
            case "020":
                for subfield in field.subfields where subfield.code == UInt8(ascii: "a") { addISBN(subfield.value) }
            case "022":
                for subfield in field.subfields where subfield.code == UInt8(ascii: "a") { addISSN(subfield.value) }
            case "035" where oclcNumber == nil:
                for subfield in field.subfields where subfield.code == UInt8(ascii: "a") {
                    add(.oclc, OCLCNumber.inSystemNumber(subfield.value))
                }
            default: break
            }
        }
    }

    /// Adds the keys made last to `verdict`.
    func add(to verdict: inout Verdict) {
        var start = 0
        for (key, end) in keys {
            verdict.addKey(key, bytes[start..<end])
            start = end
        }
    }

    /// The keys made last.
    var list: [(type: RecordKey, value: [UInt8])] {
        var start = 0
        return keys.map { key, end in
            defer { start = end }
            return (key, Array(bytes[start..<end]))
        }
    }

    private mutating func addLCCN(_ value: ByteView) {
        let start = bytes.count
        guard LCCN.appendNormalForm(of: value, to: &bytes) else { return }
        close(.lccn, from: start)
    }

    /// The OCLC number from the place that the profile names.
    private mutating func addOCLC(_ field: FieldView, _ code: UInt8?) {
        if field.tag.isControl { return add(.oclc, OCLCNumber.inAnyForm(field.value)) }
        for part in field.subfields where part.code == code ?? UInt8(ascii: "a") {
            add(.oclc, OCLCNumber.inAnyForm(part.value))
        }
    }

    private mutating func addISBN(_ value: ByteView) {
        guard let isbn = ISBN(scanning: value), isbn.isValid else { return }
        let start = bytes.count
        let long = isbn.of13
        for index in 0..<13 { bytes.append(long.digits[index]) }
        close(.isbn, from: start)
    }

    private mutating func addISSN(_ value: ByteView) {
        guard let issn = ISSN(scanning: value), issn.isValid else { return }
        let start = bytes.count
        for index in 0..<8 { bytes.append(issn.digits[index]) }
        close(.issn, from: start)
    }

    private mutating func add(_ key: RecordKey, _ value: ByteView?) {
        guard let value else { return }
        let start = bytes.count
        bytes.append(contentsOf: value)
        close(key, from: start)
    }

    /// Ends a key whose bytes were appended; drops it where the record has it already.
    private mutating func close(_ key: RecordKey, from start: Int) {
        if key != .oclc { hasStandardNumber = true }
        var earlier = 0
        for known in keys {
            if known.key == key, bytes[earlier..<known.end] == bytes[start...] {
                bytes.removeLast(bytes.count - start)
                return
            }
            earlier = known.end
        }
        keys.append((key, bytes.count))
    }
}
