/// Reads one record in Aleph sequential, cut out of its file by ``AlephFramer``.
///
/// A field `DEL` makes the record a deletion. The system number becomes 001 where the record has none. Fields of the library
/// system alone (`FMT`, `CAT` and others with letters for a tag) are kept; one without subfields gets its data in $a.
public enum AlephDecoder {
    /// Reads `bytes` into `record`, replacing what it held, and appends what was wrong to `faults`.
    ///
    /// A record without a leader gets one of 24 blanks.
    public static func decode(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        record.removeAll()
        record.leader = Leader([])
        if !hasControlNumber(bytes) { record.appendControl("001", bytes.slice(0, AlephLine.numberLength)) }
        var work = AlephWork()
        var lines = TextLines(bytes)
        while let (start, line) = lines.next() {
            if TextLines.isBlank(line) { continue }
            work.read(line, at: start, into: &record, faults: &faults)
        }
        if !work.hasLeader { faults.append(ReadFault(.leaderMissing, offset: 0)) }
        if work.isDeleted { record.leader[5] = UInt8(ascii: "d") }
    }

    private static func hasControlNumber(_ bytes: ByteView) -> Bool {
        var lines = TextLines(bytes)
        while let (_, line) = lines.next() {
            if let found = AlephLine(line), found.tag == "001" { return true }
        }
        return false
    }
}

private struct AlephWork {
    var hasLeader = false
    var isDeleted = false

    mutating func read(_ bytes: ByteView, at start: Int, into record: inout Record, faults: inout [ReadFault]) {
        guard let line = AlephLine(bytes) else {
            faults.append(
                ReadFault(
                    .lineMalformed, offset: start, tag: record.entries.last?.tag, found: bytes,
                    expected: "a system number, a tag and L"))
            return record.extendLast(with: [0x20] + Array(bytes))
        }
        if line.tag == "LDR" {
            readLeader(line.data, at: start, into: &record, faults: &faults)
        } else if line.tag.isControl {
            record.appendControl(line.tag, line.data.map { $0 == UInt8(ascii: "^") ? 0x20 : $0 })
        } else {
            if line.tag == "DEL" { isDeleted = true }
            readField(line, at: start, into: &record, faults: &faults)
        }
    }

    private mutating func readLeader(
        _ data: ByteView, at start: Int, into record: inout Record, faults: inout [ReadFault]
    ) {
        hasLeader = true
        let text = data.map { $0 == UInt8(ascii: "^") ? 0x20 : $0 }
        if text.count != Leader.length || text.contains(where: { $0 >= 0x80 }) {
            faults.append(ReadFault(.leaderDamaged, offset: start, found: data))
        }
        record.leader = Leader(text)
    }

    private func readField(
        _ line: AlephLine, at start: Int, into record: inout Record, faults: inout [ReadFault]
    ) {
        record.appendField(line.tag, line.indicators.0, line.indicators.1)
        let first = nextDelimiter(in: line.data, from: 0) ?? line.data.count
        if first > 0 {
            let isLocal = !line.tag.isNumeric && first == line.data.count
            record.appendSubfield(isLocal ? UInt8(ascii: "a") : 0, line.data.slice(0, first))
            if !isLocal {
                faults.append(
                    ReadFault(.delimiterMissing, offset: start, tag: line.tag, found: line.data.slice(0, first)))
            }
        }
        var place = first
        while place < line.data.count {
            let end = nextDelimiter(in: line.data, from: place + 3) ?? line.data.count
            if place + 2 < line.data.count {
                record.appendSubfield(line.data[place + 2], line.data.slice(place + 3, max(0, end - place - 3)))
            } else {
                faults.append(ReadFault(.subfieldCodeMissing, offset: start, tag: line.tag))
            }
            place = end
        }
    }

    private func nextDelimiter(in data: ByteView, from start: Int) -> Int? {
        var index = start
        while let place = find(UInt8(ascii: "$"), in: data, from: index) {
            if place + 1 < data.count, data[place + 1] == UInt8(ascii: "$") { return place }
            index = place + 1
        }
        return nil
    }
}
