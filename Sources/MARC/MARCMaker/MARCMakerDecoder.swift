/// Reads one record in MARCMaker's mnemonic form, cut out of its file by ``MARCMakerFramer``.
///
/// Mnemonics (`{acute}e`) become MARC-8, or UTF-8 where the leader says so or other text of the record is.
public enum MARCMakerDecoder {
    /// Reads `bytes` into `record`, replacing what it held, and appends what was wrong to `faults`.
    ///
    /// A record without a leader gets one of 24 blanks.
    public static func decode(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        record.removeAll()
        record.leader = Leader([])
        var work = MARCMakerWork(isUnicode: !UTF8Check.isASCII(bytes))
        var lines = TextLines(bytes)
        while let (start, line) = lines.next() {
            if TextLines.isBlank(line) { continue }
            work.read(line, at: start, into: &record, faults: &faults)
        }
        if !work.hasLeader { faults.append(ReadFault(.leaderMissing, offset: 0)) }
    }
}

private struct MARCMakerWork {
    var isUnicode: Bool
    var hasLeader = false

    mutating func read(_ line: ByteView, at start: Int, into record: inout Record, faults: inout [ReadFault]) {
        guard line[0] == UInt8(ascii: "="), line.count >= 4 else {
            return continueField(line, at: start, of: &record, faults: &faults)
        }
        var data = line.slice(4, line.count - 4)
        for _ in 0..<2 where data.first == 0x20 || data.first == 0x09 { data = data.slice(1, data.count - 1) }
        if MARCMakerLine.isLeader(line) { return readLeader(data, at: start, into: &record, faults: &faults) }
        let tag = Tag(line[1], line[2], line[3])
        if !tag.isWellFormed { faults.append(ReadFault(.tagMalformed, offset: start, tag: tag, found: line.prefix(4))) }
        if tag.isControl {
            record.appendControl(tag, decoded(data, blanks: true))
        } else {
            readField(tag, data, at: start, into: &record, faults: &faults)
        }
    }

    private mutating func readLeader(
        _ data: ByteView, at start: Int, into record: inout Record, faults: inout [ReadFault]
    ) {
        let text = data.map { $0 == UInt8(ascii: "\\") ? 0x20 : $0 }
        if hasLeader || text.count != Leader.length || text.contains(where: { $0 >= 0x80 }) {
            faults.append(ReadFault(.leaderDamaged, offset: start, found: data))
        }
        guard !hasLeader else { return }
        hasLeader = true
        record.leader = Leader(text)
        isUnicode = isUnicode || record.leader.coding == UInt8(ascii: "a")
    }

    private func readField(
        _ tag: Tag, _ data: ByteView, at start: Int, into record: inout Record, faults: inout [ReadFault]
    ) {
        let first = find(UInt8(ascii: "$"), in: data, from: 0) ?? data.count
        record.appendField(tag, indicator(data, 0, before: first), indicator(data, 1, before: first))
        if first != 2 {
            faults.append(
                ReadFault(.indicatorCountWrong, offset: start, tag: tag, found: data.prefix(min(first, 20))))
        }
        if first > 2 || first == data.count {
            let stray = data.slice(min(2, first), max(0, first - 2))
            faults.append(ReadFault(.delimiterMissing, offset: start, tag: tag, found: stray))
            if !stray.isEmpty { record.appendSubfield(0, decoded(stray, blanks: false)) }
        }
        var place = first
        while place < data.count {
            let end = find(UInt8(ascii: "$"), in: data, from: place + 1) ?? data.count
            if end > place + 1 {
                record.appendSubfield(data[place + 1], decoded(data.slice(place + 2, end - place - 2), blanks: false))
            } else {
                faults.append(ReadFault(.subfieldCodeMissing, offset: start + place, tag: tag))
            }
            place = end
        }
    }

    private func indicator(_ data: ByteView, _ number: Int, before end: Int) -> UInt8 {
        guard number < end else { return 0 }
        return data[number] == UInt8(ascii: "\\") ? 0x20 : data[number]
    }

    /// A line that starts no field: most often a field that was broken over two lines.
    private func continueField(_ line: ByteView, at start: Int, of record: inout Record, faults: inout [ReadFault]) {
        faults.append(
            ReadFault(
                .lineMalformed, offset: start, tag: record.entries.last?.tag, found: line,
                expected: "=TAG and two blanks"))
        record.extendLast(with: [0x20] + decoded(line, blanks: false))
    }

    /// The text with its mnemonics resolved.
    ///
    /// - Parameter blanks: a backslash stands for a blank.
    private func decoded(_ text: ByteView, blanks: Bool) -> [UInt8] {
        guard text.contains(UInt8(ascii: "{")) || (blanks && text.contains(UInt8(ascii: "\\"))) else {
            return Array(text)
        }
        var output: [UInt8] = []
        // In UTF-8 marks stand behind their letter, here and in MARC-8 before it.
        var marks: [UInt8] = []
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "{"), let found = Mnemonic.read(text, at: index) {
                index += found.length
                if !isUnicode {
                    output.append(found.mnemonic.code)
                } else if found.mnemonic.isMark {
                    marks = found.mnemonic.utf8 + marks
                } else {
                    output.append(contentsOf: found.mnemonic.utf8 + marks)
                    marks = []
                }
                continue
            }
            output.append(blanks && byte == UInt8(ascii: "\\") ? 0x20 : byte)
            index += 1
            if !marks.isEmpty, index == text.count || text[index] & 0xC0 != 0x80 {
                output.append(contentsOf: marks)
                marks = []
            }
        }
        return output + marks
    }
}

extension Record {
    /// Appends to the last subfield, or to the last field where it is a control field; where there is none, nothing
    /// happens.
    mutating func extendLast(with bytes: [UInt8]) {
        guard let last = entries.indices.last else { return }
        if entries[last].tag.isControl {
            let entry = entries[last]
            let old = data[Int(entry.offset)..<(Int(entry.offset) + entry.length)]
            let offset = store(old + bytes)
            entries[last] = FieldEntry(
                tag: entry.tag, indicator1: 0, indicator2: 0, offset: offset, length: entry.length + bytes.count,
                firstSubfield: entry.firstSubfield, subfieldCount: 0)
        } else if entries[last].subfieldCount > 0, let part = subfieldEntries.last {
            let old = data[Int(part.offset)..<(Int(part.offset) + part.length)]
            let offset = store(old + bytes)
            subfieldEntries[subfieldEntries.count - 1] = SubfieldEntry(
                code: part.code, offset: offset, length: part.length + bytes.count)
        } else {
            appendSubfield(0, bytes)
        }
    }
}
