/// Reads one record in MARC-in-JSON, cut out of its file by ``MARCJSONFramer``. Where the JSON is damaged, reading goes on
/// at the next field.
///
/// Made to be reused: one per thread.
public struct MARCJSONDecoder: ~Copyable {
    /// Of one record at most so many faults are reported.
    static let mostFaults = 200

    /// The name at hand: a tag, a code.
    private var name: [UInt8] = []
    /// A text that is needed before its place is known.
    private var text: [UInt8] = []

    public init() {}

    /// Reads `bytes` into `record`, replacing what it held, and appends what was wrong to `faults`.
    ///
    /// A record without a leader gets one of 24 blanks.
    public mutating func decode(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        record.removeAll()
        record.leader = Leader([])
        var hasLeader = false
        var cursor = JSONCursor(bytes)
        var log = JSONFaults()
        guard cursor.take(UInt8(ascii: "{")) else { return log.damage(cursor, "an object", to: &faults) }
        while let key = nextName(&cursor, &log, &faults) {
            if key.elementsEqual("leader".utf8), cursor.peek() == UInt8(ascii: "\"") {
                hasLeader = readLeader(&cursor, into: &record, &log, &faults)
            } else if key.elementsEqual("fields".utf8), cursor.take(UInt8(ascii: "[")) {
                readFields(&cursor, into: &record, &log, &faults)
            } else {
                log.shape(cursor, key, "leader or fields", to: &faults)
                if !cursor.skipValue() { log.damage(cursor, "the end of a value", to: &faults) }
            }
        }
        if !hasLeader { faults.append(ReadFault(.leaderMissing, offset: 0)) }
    }

    /// The next name of an object, its colon behind it; nil at the object's end, which is stepped over.
    private mutating func nextName(_ cursor: inout JSONCursor, _ log: inout JSONFaults, _ faults: inout [ReadFault])
        -> [UInt8]?
    {
        _ = cursor.take(UInt8(ascii: ","))
        guard let byte = cursor.peek() else {
            log.damage(cursor, "the end of an object", to: &faults)
            return nil
        }
        if byte == UInt8(ascii: "}") {
            cursor.index += 1
            return nil
        }
        guard byte == UInt8(ascii: "\"") else {
            log.damage(cursor, "a name", to: &faults)
            return nil
        }
        name.removeAll(keepingCapacity: true)
        if !cursor.string(into: &name) { log.damage(cursor, "the end of a name", to: &faults) }
        if !cursor.take(UInt8(ascii: ":")) { log.damage(cursor, ":", to: &faults) }
        return name
    }

    private mutating func readLeader(
        _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults, _ faults: inout [ReadFault]
    ) -> Bool {
        let start = cursor.index
        text.removeAll(keepingCapacity: true)
        if !cursor.string(into: &text) { log.damage(cursor, "the end of the leader", to: &faults) }
        if text.count != Leader.length || text.contains(where: { $0 >= 0x80 }) {
            faults.append(ReadFault(.leaderDamaged, offset: start, found: text))
        }
        record.leader = Leader(text)
        return true
    }

    /// Reads fields up to the array's end; after damage it goes on at what looks like the next field.
    private mutating func readFields(
        _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults, _ faults: inout [ReadFault]
    ) {
        while true {
            _ = cursor.take(UInt8(ascii: ","))
            if cursor.take(UInt8(ascii: "]")) { return }
            log.isLost = false
            if cursor.take(UInt8(ascii: "{")) {
                readField(&cursor, into: &record, &log, &faults)
            } else {
                log.damage(cursor, "a field", to: &faults)
            }
            if log.isLost, !seekField(&cursor) { return }
        }
    }

    /// Moves to the next object whose first name has three characters.
    private func seekField(_ cursor: inout JSONCursor) -> Bool {
        while let start = find(UInt8(ascii: "{"), in: cursor.bytes, from: cursor.index) {
            var place = JSONCursor(cursor.bytes, at: start + 1)
            if place.take(UInt8(ascii: "\"")), place.index + 3 < cursor.bytes.count,
                cursor.bytes[place.index + 3] == UInt8(ascii: "\""),
                Tag(cursor.bytes[place.index], cursor.bytes[place.index + 1], cursor.bytes[place.index + 2])
                    .isWellFormed
            {
                cursor.index = start
                return true
            }
            cursor.index = start + 1
        }
        cursor.index = cursor.bytes.count
        return false
    }

    /// Reads an object of fields, most often one, named by their tags.
    private mutating func readField(
        _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults, _ faults: inout [ReadFault]
    ) {
        while !log.isLost, let key = nextName(&cursor, &log, &faults) {
            let tag = Tag(key.count > 0 ? key[0] : 0x20, key.count > 1 ? key[1] : 0x20, key.count > 2 ? key[2] : 0x20)
            if key.count != 3 || !tag.isWellFormed {
                faults.append(ReadFault(.tagMalformed, offset: cursor.index, tag: tag, found: key))
            }
            if cursor.peek() == UInt8(ascii: "{") {
                cursor.index += 1
                readDataField(tag, &cursor, into: &record, &log, &faults)
            } else {
                readPlainField(tag, &cursor, into: &record, &log, &faults)
            }
        }
    }

    /// A field whose value is a text: a control field, or a data field that lacks its subfields.
    private mutating func readPlainField(
        _ tag: Tag, _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults,
        _ faults: inout [ReadFault]
    ) {
        let start = cursor.index
        text.removeAll(keepingCapacity: true)
        readText(&cursor, &log, &faults)
        if tag.isControl { return record.appendControl(tag, text) }
        record.appendField(tag, 0, 0)
        record.appendSubfield(0, text)
        faults.append(ReadFault(.delimiterMissing, offset: start, tag: tag, found: text))
    }

    /// Reads the text, number or word at hand to the end of `text`.
    private mutating func readText(_ cursor: inout JSONCursor, _ log: inout JSONFaults, _ faults: inout [ReadFault]) {
        switch cursor.peek() {
        case UInt8(ascii: "\""):
            if !cursor.string(into: &text) { log.damage(cursor, "the end of a text", to: &faults) }
        case nil: log.damage(cursor, "a text", to: &faults)
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"):
            log.shape(cursor, text, "a text", to: &faults)
            if !cursor.skipValue() { log.damage(cursor, "the end of a value", to: &faults) }
        default:
            let word = cursor.word()
            if word.isEmpty { log.damage(cursor, "a text", to: &faults) }
            if !word.equals("null") { text.append(contentsOf: word) }
        }
    }

    private mutating func readDataField(
        _ tag: Tag, _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults,
        _ faults: inout [ReadFault]
    ) {
        let start = cursor.index
        record.appendField(tag, 0, 0)
        let field = record.entries.count - 1
        var indicators = (false, false)
        while !log.isLost, let key = nextName(&cursor, &log, &faults) {
            if key.elementsEqual("ind1".utf8) || key.elementsEqual("ind2".utf8) {
                let value = readIndicator(tag, &cursor, &log, &faults)
                if key.last == UInt8(ascii: "1") {
                    (record.entries[field].indicator1, indicators.0) = (value, true)
                } else {
                    (record.entries[field].indicator2, indicators.1) = (value, true)
                }
            } else if key.elementsEqual("subfields".utf8), cursor.take(UInt8(ascii: "[")) {
                readSubfields(tag, &cursor, into: &record, &log, &faults)
            } else {
                log.shape(cursor, key, "ind1, ind2 or subfields", to: &faults)
                if !cursor.skipValue() { log.damage(cursor, "the end of a value", to: &faults) }
            }
        }
        if tag.isControl { return toControl(tag, field, of: &record, at: start, &log, &faults) }
        if indicators != (true, true) {
            faults.append(ReadFault(.indicatorCountWrong, offset: start, tag: tag, expected: "ind1 and ind2"))
        }
    }

    private mutating func readIndicator(
        _ tag: Tag, _ cursor: inout JSONCursor, _ log: inout JSONFaults, _ faults: inout [ReadFault]
    ) -> UInt8 {
        let start = cursor.index
        text.removeAll(keepingCapacity: true)
        readText(&cursor, &log, &faults)
        if text.count == 1, text[0] < 0x80 { return text[0] }
        faults.append(
            ReadFault(.indicatorCountWrong, offset: start, tag: tag, found: text, expected: "one character"))
        return text.first.map { $0 < 0x80 ? $0 : 0x20 } ?? 0x20
    }

    private mutating func readSubfields(
        _ tag: Tag, _ cursor: inout JSONCursor, into record: inout Record, _ log: inout JSONFaults,
        _ faults: inout [ReadFault]
    ) {
        while !log.isLost {
            _ = cursor.take(UInt8(ascii: ","))
            if cursor.take(UInt8(ascii: "]")) { return }
            guard cursor.take(UInt8(ascii: "{")) else { return log.damage(cursor, "a subfield", to: &faults) }
            while !log.isLost, let key = nextName(&cursor, &log, &faults) {
                let code = key.count == 1 && key[0] < 0x80 ? key[0] : 0
                if code == 0 {
                    faults.append(ReadFault(.subfieldCodeMissing, offset: cursor.index, tag: tag, found: key))
                }
                text.removeAll(keepingCapacity: true)
                readText(&cursor, &log, &faults)
                record.appendSubfield(code, text)
            }
        }
    }

    /// Makes a control field of what was written as a data field: the texts of its subfields.
    private mutating func toControl(
        _ tag: Tag, _ field: Int, of record: inout Record, at start: Int, _ log: inout JSONFaults,
        _ faults: inout [ReadFault]
    ) {
        log.shape(JSONCursor(ByteView(start: nil, count: 0), at: start), [], "a text for \(tag)", to: &faults)
        text.removeAll(keepingCapacity: true)
        let entry = record.entries[field]
        let subfields = record.subfieldEntries[Int(entry.firstSubfield)...]
        for part in subfields {
            text.append(contentsOf: record.data[Int(part.offset)..<(Int(part.offset) + part.length)])
        }
        record.subfieldEntries.removeLast(subfields.count)
        record.entries.removeLast()
        record.appendControl(tag, text)
    }
}

/// How faults of JSON are noted.
private struct JSONFaults {
    /// Whether the place in the structure was lost.
    var isLost = false
    private var count = 0

    mutating func damage(_ cursor: JSONCursor, _ expected: String, to faults: inout [ReadFault]) {
        isLost = true
        note(
            .jsonNotWellFormed, cursor, cursor.bytes.slice(cursor.index, min(40, cursor.bytes.count - cursor.index)),
            expected, &faults)
    }

    mutating func shape(_ cursor: JSONCursor, _ found: [UInt8], _ expected: String, to faults: inout [ReadFault]) {
        note(.jsonShapeWrong, cursor, found, expected, &faults)
    }

    private mutating func note(
        _ kind: ReadFault.Kind, _ cursor: JSONCursor, _ found: some Sequence<UInt8>, _ expected: String,
        _ faults: inout [ReadFault]
    ) {
        count += 1
        guard count <= MARCJSONDecoder.mostFaults else { return }
        faults.append(ReadFault(kind, offset: cursor.index, found: found, expected: expected))
    }
}
