/// One record that was written as several, because it is longer than ISO 2709 can say: neighbours with the same 001 and
/// the same type and level, each with a part of the fields. Holdings that follow with the number of their title are of
/// another type and records of their own.
///
/// Reading joins them: the leader and the control fields of the first, the data fields of all, each of them once.
public enum ISO2709Chunks {
    /// A record that is shorter, in bytes, is not taken for the first chunk of a longer one.
    public static let shortestFirst = 20_000
    /// What the chunks must come to together, in bytes, to be one record.
    public static let longestRecord = 99_999

    /// What the chunks of a record have in common: type, level and control number; empty where the directory does not
    /// start with one. Nothing else is looked at, for this is asked of damaged records too.
    public static func identity(of bytes: ByteView) -> [UInt8] {
        guard bytes.slice(Leader.length, 3).equals("001"),
            let directoryEnd = find(Delimiter.fieldTerminator, in: bytes, from: Leader.length),
            let end = find(Delimiter.fieldTerminator, in: bytes, from: directoryEnd + 1), end > directoryEnd + 1
        else { return [] }
        return [bytes[6], bytes[7]] + bytes.slice(directoryEnd + 1, end - directoryEnd - 1)
    }

    /// Reads `bytes`, one record or the chunks of one.
    public static func decode(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        let pieces = bytes.count > longestRecord ? chunks(of: bytes) : []
        guard pieces.count > 1 else { return ISO2709Decoder.decode(bytes, into: &record, faults: &faults) }
        var (joined, known): (Record, Set<[UInt8]>) = (Record(), [])
        for (number, piece) in pieces.enumerated() {
            let start = faults.count
            ISO2709Decoder.decode(bytes.slice(piece.lowerBound, piece.count), into: &record, faults: &faults)
            for index in start..<faults.count { faults[index].offset += piece.lowerBound }
            if number == 0 { joined.leader = record.leader }
            record.withView { append($0, isFirst: number == 0, to: &joined, known: &known) }
        }
        swap(&record, &joined)
        faults.append(ReadFault(.recordInChunks, offset: 0, expected: "\(pieces.count)"))
    }

    /// Where the records in `bytes` lie, if all have the identity of the first.
    private static func chunks(of bytes: ByteView) -> [Range<Int>] {
        var framer = ISO2709Framer()
        var found: [Range<Int>] = []
        var start = 0
        while start < bytes.count,
            case .piece(let kind, let length) = framer.next(in: bytes.slice(start, bytes.count - start), isLast: true)
        {
            if kind == .unreadable { return [] }
            if kind == .record { found.append(start..<(start + length)) }
            start += length
        }
        guard found.count > 1 else { return [] }
        let identities = found.map { identity(of: bytes.slice($0.lowerBound, $0.count)) }
        return identities.allSatisfy { $0 == identities[0] && !$0.isEmpty } ? found : []
    }

    private static func append(_ view: RecordView, isFirst: Bool, to joined: inout Record, known: inout Set<[UInt8]>) {
        for field in view.fields {
            if field.tag.isControl {
                if isFirst { joined.appendControl(field.tag, field.value) }
                continue
            }
            // Within one chunk a field may stand twice; of the next ones only what is new is added.
            guard known.insert(key(field)).inserted || isFirst else { continue }
            joined.appendField(field.tag, field.indicator1, field.indicator2)
            for subfield in field.subfields { joined.appendSubfield(subfield.code, subfield.value) }
        }
    }

    private static func key(_ field: FieldView) -> [UInt8] {
        var key = [field.tag.first, field.tag.second, field.tag.third, field.indicator1, field.indicator2]
        for subfield in field.subfields {
            key += [Delimiter.subfield, subfield.code]
            key += subfield.value
        }
        return key
    }
}
