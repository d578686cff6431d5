/// Builds a record from the events of an XML parser, and says what is not as MARCXML wants it.
///
/// The order of elements does not matter and elements that MARCXML does not know are transparent, so that all data
/// finds a place: text outside the subfields of a data field becomes a subfield with code 0, a subfield outside a field
/// a field with a blank tag.
struct MARCXMLSink {
    var record = Record()
    var faults: [ReadFault] = []
    /// How an element that lies where it must not is reported: `xmlShapeWrong` where the XML is sound.
    var nestingFault = ReadFault.Kind.xmlShapeWrong

    private(set) var hasRecord = false
    private(set) var hasLeader = false
    private(set) var isClosed = false
    private var inside = Inside.record
    /// The element that opened the field at hand.
    private var opener = MARCXMLElement.record
    private var code: UInt8 = 0
    /// Where the text of the leader, control field or subfield at hand starts in the record's data.
    private var textStart = 0
    /// Of the field at hand, or the one before.
    private var tag = Tag.unknown
    /// The end of text that was found outside the subfields, for more of it to follow.
    private var strayEnd = -1

    private enum Inside { case record, leader, control, field, subfield }

    /// Faults that are kept of one record; of more, the first.
    static let mostFaults = 200

    /// The attributes that MARCXML knows, nil where absent.
    struct Attributes {
        var tag: ByteView?
        var indicator1: ByteView?
        var indicator2: ByteView?
        var code: ByteView?
    }

    /// Begins a new record, keeping memory.
    mutating func begin(nestingFault: ReadFault.Kind) {
        record.removeAll()
        record.leader = Leader([])
        faults.removeAll(keepingCapacity: true)
        self.nestingFault = nestingFault
        (hasRecord, hasLeader, isClosed) = (false, false, false)
        (inside, opener) = (.record, .record)
    }

    mutating func note(_ kind: ReadFault.Kind, at offset: Int, found: some Sequence<UInt8> = [], expected: String = "")
    {
        guard faults.count < Self.mostFaults else { return }
        faults.append(
            ReadFault(
                kind, offset: offset, tag: inside == .record || inside == .leader ? nil : tag, found: found,
                expected: expected))
    }

    // MARK: Start tags

    /// - Parameter name: the local name.
    mutating func start(_ element: MARCXMLElement, name: ByteView, _ attributes: Attributes, at place: XMLPlace) {
        switch element {
        case .record:
            if hasRecord { note(nestingFault, at: place.offset, found: name, expected: "one record") }
            hasRecord = true
        case .leader:
            closeField(at: place)
            if hasLeader { note(.xmlShapeWrong, at: place.offset, found: name, expected: "one leader") }
            (inside, opener, textStart) = (.leader, .leader, record.data.count)
        case .controlfield, .datafield: startField(element, attributes, at: place)
        case .subfield: startSubfield(attributes, at: place)
        case .other:
            note(.xmlShapeWrong, at: place.offset, found: name, expected: "leader, controlfield, datafield or subfield")
        }
    }

    private mutating func startField(_ element: MARCXMLElement, _ attributes: Attributes, at place: XMLPlace) {
        closeField(at: place)
        opener = element
        inside = .field
        strayEnd = -1
        readTag(attributes.tag, at: place)
        if tag.isControl != (element == .controlfield) {
            note(
                .xmlShapeWrong, at: place.offset, found: [tag.first, tag.second, tag.third],
                expected: tag.isControl ? "controlfield" : "datafield")
        }
        if tag.isControl {
            (inside, textStart) = (.control, record.data.count)
        } else if element == .controlfield {
            record.appendField(tag, 0, 0)
            (inside, code, textStart) = (.subfield, 0, record.data.count)
        } else {
            let indicator1 = readIndicator(attributes.indicator1, at: place, expected: "ind1 of one character")
            let indicator2 = readIndicator(attributes.indicator2, at: place, expected: "ind2 of one character")
            record.appendField(tag, indicator1, indicator2)
        }
    }

    private mutating func startSubfield(_ attributes: Attributes, at place: XMLPlace) {
        if inside == .subfield {
            note(nestingFault, at: place.offset, found: [code], expected: "</subfield>")
            closeSubfield()
        }
        if inside == .control || inside == .leader {
            if opener != .datafield { note(.xmlShapeWrong, at: place.offset, found: "subfield".utf8, expected: "text") }
            return
        }
        if inside == .record {
            (inside, opener, tag) = (.field, .datafield, .unknown)
            record.appendField(tag, 0, 0)
            note(.xmlShapeWrong, at: place.offset, found: "subfield".utf8, expected: "datafield")
        }
        strayEnd = -1
        code = readCode(attributes.code, at: place)
        (inside, textStart) = (.subfield, record.data.count)
    }

    // MARK: Attributes

    /// Reads the tag of the field at hand; one that has not three characters is made fit, `42` as 042.
    private mutating func readTag(_ value: ByteView?, at place: XMLPlace) {
        tag = .unknown
        guard let value else { return note(.xmlShapeWrong, at: place.offset, expected: "attribute tag") }
        if value.count == 3 {
            tag = Tag(value[0], value[1], value[2])
            if !tag.isWellFormed { note(.tagMalformed, at: place.offset, found: value) }
            return
        }
        var bytes = value.filter { !XMLName.isSpace($0) }
        while (1..<3).contains(bytes.count), bytes.allSatisfy({ $0 &- 0x30 < 10 }) { bytes.insert(0x30, at: 0) }
        while bytes.count < 3 { bytes.append(0x20) }
        tag = Tag(bytes[0], bytes[1], bytes[2])
        note(.tagMalformed, at: place.offset, found: value, expected: tag.description)
    }

    private mutating func readIndicator(_ value: ByteView?, at place: XMLPlace, expected: String) -> UInt8 {
        if let value, value.count == 1, value[0] < 0x80 { return value[0] }
        note(.indicatorCountWrong, at: place.offset, found: value ?? ByteView(start: nil, count: 0), expected: expected)
        guard let first = value?.first, first < 0x80 else { return 0 }
        return first
    }

    private mutating func readCode(_ value: ByteView?, at place: XMLPlace) -> UInt8 {
        if let value, value.count == 1, value[0] < 0x80 { return value[0] }
        guard let first = value?.first else {
            note(.subfieldCodeMissing, at: place.offset)
            return 0
        }
        note(
            .xmlShapeWrong, at: place.offset, found: value ?? ByteView(start: nil, count: 0),
            expected: "code of one character")
        return first < 0x80 ? first : 0
    }

    // MARK: Text

    /// Text with its references resolved.
    @inline(__always)
    mutating func text(_ bytes: ByteView, at place: XMLPlace) {
        if inside != .record && inside != .field && !(inside == .control && opener == .datafield) {
            record.data.append(contentsOf: bytes)
        } else if !bytes.allSatisfy(XMLName.isSpace) {
            stray(bytes, at: place)
        }
    }

    /// Text where none belongs.
    private mutating func stray(_ bytes: ByteView, at place: XMLPlace) {
        if inside == .control { return record.data.append(contentsOf: bytes) }
        if inside == .field, strayEnd == record.data.count, let last = record.subfieldEntries.indices.last {
            let entry = record.subfieldEntries[last]
            record.data.append(contentsOf: bytes)
            record.subfieldEntries[last] = SubfieldEntry(
                code: 0, offset: entry.offset, length: entry.length + bytes.count)
        } else {
            note(.xmlShapeWrong, at: place.offset, found: bytes, expected: inside == .field ? "subfield" : "no text")
            guard inside == .field else { return }
            record.appendSubfield(0, bytes)
        }
        strayEnd = record.data.count
    }

    // MARK: End tags

    mutating func end(_ element: MARCXMLElement, name: ByteView, at place: XMLPlace) {
        switch (element, inside) {
        case (.subfield, .subfield) where opener == .datafield: closeSubfield()
        case (.subfield, .control) where opener == .datafield: break
        case (.leader, .leader), (.controlfield, .control), (.controlfield, .subfield), (.datafield, .field),
            (.datafield, .control):
            if opener != element { note(nestingFault, at: place.offset, found: name) }
            finishField(at: place)
        case (.record, _):
            closeField(at: place)
            isClosed = true
        case (.other, _): break
        case (.subfield, _): note(nestingFault, at: place.offset, found: name, expected: "no </subfield>")
        case (.leader, _), (.controlfield, _), (.datafield, _):
            if inside == .record { note(nestingFault, at: place.offset, found: name, expected: "no end tag") }
            closeField(at: place)
        }
    }

    /// Ends what is open although its end tag has not come; nothing happens between fields.
    mutating func closeField(at place: XMLPlace) {
        if inside == .record { return }
        note(nestingFault, at: place.offset, expected: inside == .subfield ? "</subfield>" : "an end tag")
        finishField(at: place)
    }

    private mutating func finishField(at place: XMLPlace) {
        if inside == .subfield { closeSubfield() }
        if inside == .leader { finishLeader(at: place) }
        if inside == .control {
            let start = UInt32(truncatingIfNeeded: textStart)
            record.entries.append(
                FieldEntry(
                    tag: tag, indicator1: 0, indicator2: 0, offset: start, length: record.data.count - textStart,
                    firstSubfield: UInt32(truncatingIfNeeded: record.subfieldEntries.count), subfieldCount: 0))
        }
        inside = .record
    }

    private mutating func closeSubfield() {
        record.subfieldEntries.append(
            SubfieldEntry(
                code: code, offset: UInt32(truncatingIfNeeded: textStart), length: record.data.count - textStart))
        record.entries[record.entries.count - 1].subfieldCount &+= 1
        inside = .field
    }

    private mutating func finishLeader(at place: XMLPlace) {
        let text = record.data[textStart...]
        let isSound = text.count == Leader.length && text.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if !isSound { note(.leaderDamaged, at: place.offset, found: text, expected: "24") }
        if !hasLeader { record.leader = Leader(isSound ? text : Self.widened(text)) }
        hasLeader = true
        record.data.removeLast(record.data.count - textStart)
    }

    /// A leader that lost blanks, as programs that fold white space do, ends with the entry map all the same.
    private static func widened(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let missing = Leader.length - text.count
        guard (1...3).contains(missing), text.suffix(4).elementsEqual("4500".utf8) else { return text }
        return text.dropLast(4) + [UInt8](repeating: 0x20, count: missing) + text.suffix(4)
    }

    /// Whether an element inside the record is open.
    var isInsideField: Bool { inside != .record }

    /// Whether the record was found not to be well formed.
    var hasFormFault: Bool {
        faults.contains { [.xmlNotWellFormed, .xmlEntityRefused, .recordTruncated].contains($0.kind) }
    }

    /// Ends the record: what is missing from it as a whole.
    mutating func finish() {
        if !hasRecord { note(.xmlShapeWrong, at: 0, expected: "<record>") }
        if !hasLeader { note(.leaderMissing, at: 0) }
    }
}

extension Tag {
    /// The tag of a field that has none: three blanks.
    static let unknown: Tag = "   "
}
