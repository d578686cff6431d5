/// Reads what stands in a data field, whatever its state, and says what was wrong.
struct DamagedField {
    let bytes: ByteView
    let tag: Tag
    /// The field's bytes in the record, without terminator.
    let range: Range<Int>

    /// Appends the field to `record`, whose data lie as `bytes` do, `base` bytes later.
    func append(to record: inout Record, base: Int, faults: inout [ReadFault]) {
        if !tag.isWellFormed {
            faults.append(
                ReadFault(
                    .tagMalformed, offset: range.lowerBound, tag: tag, found: [tag.first, tag.second, tag.third],
                    expected: "three letters or digits"))
        }
        if tag.isControl { return appendControl(to: &record, base: base, faults: &faults) }
        let delimiter = firstDelimiter
        let indicators = readIndicators(before: delimiter, faults: &faults)
        let first = record.subfieldEntries.count
        if indicators.end < delimiter {
            report(.delimiterMissing, at: indicators.end, up: delimiter, "a subfield delimiter", &faults)
            appendSubfield(0, indicators.end..<delimiter, to: &record, base: base)
        } else if delimiter == range.upperBound, range.count >= 2 {
            report(.delimiterMissing, at: range.lowerBound, up: delimiter, "a subfield", &faults)
        }
        appendSubfields(from: delimiter, to: &record, base: base, faults: &faults)
        record.entries.append(
            FieldEntry(
                tag: tag, indicator1: indicators.first, indicator2: indicators.second,
                offset: UInt32(truncatingIfNeeded: range.lowerBound - base), length: range.count,
                firstSubfield: UInt32(truncatingIfNeeded: first),
                subfieldCount: UInt32(truncatingIfNeeded: record.subfieldEntries.count - first)))
    }

    private func appendControl(to record: inout Record, base: Int, faults: inout [ReadFault]) {
        let delimiter = firstDelimiter
        if delimiter < range.upperBound {
            report(.delimiterInControlField, at: delimiter, up: range.upperBound, "no subfields", &faults)
        }
        record.entries.append(
            FieldEntry(
                tag: tag, indicator1: 0, indicator2: 0, offset: UInt32(truncatingIfNeeded: range.lowerBound - base),
                length: range.count, firstSubfield: UInt32(truncatingIfNeeded: record.subfieldEntries.count),
                subfieldCount: 0))
    }

    private var firstDelimiter: Int { delimiter(from: range.lowerBound) }

    /// The place of the next subfield delimiter in the field; its end where there is none.
    private func delimiter(from place: Int) -> Int {
        find(Delimiter.subfield, in: bytes.slice(0, range.upperBound), from: place) ?? range.upperBound
    }

    private func report(
        _ kind: ReadFault.Kind, at offset: Int, up end: Int, _ expected: String, _ faults: inout [ReadFault]
    ) {
        faults.append(
            ReadFault(kind, offset: offset, tag: tag, found: bytes.slice(offset, end - offset), expected: expected))
    }
}

// MARK: - Indicators

extension DamagedField {
    /// The indicators, 0 for one that is not there, and where they end.
    private func readIndicators(
        before delimiter: Int, faults: inout [ReadFault]
    ) -> (first: UInt8, second: UInt8, end: Int) {
        let head = Array(bytes.slice(range.lowerBound, delimiter - range.lowerBound))
        let hasDelimiter = delimiter < range.upperBound
        if head.count == 2, hasDelimiter ? !head.contains(0) : head.allSatisfy(Self.isIndicator) {
            return (head[0], head[1], delimiter)
        }
        if head.count > 2 {
            if Self.isIndicator(head[0]), Self.isIndicator(head[1]) { return (head[0], head[1], range.lowerBound + 2) }
            guard hasDelimiter, Self.characterCount(head) == 2 else { return (0, 0, range.lowerBound) }
        } else if !hasDelimiter && !head.allSatisfy(Self.isIndicator) {
            return (0, 0, range.lowerBound)
        }
        report(.indicatorCountWrong, at: range.lowerBound, up: delimiter, "two bytes", &faults)
        return (Self.ascii(head.first), head.count > 1 ? Self.ascii(head.last) : 0, delimiter)
    }

    /// A digit, a blank, or what people write for one.
    private static func isIndicator(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "|")
    }

    /// The number of UTF-8 characters that start in `bytes`.
    private static func characterCount(_ bytes: [UInt8]) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

    private static func ascii(_ byte: UInt8?) -> UInt8 { byte.map { $0 < 0x80 ? $0 : 0 } ?? 0 }
}

// MARK: - Subfields

extension DamagedField {
    private func appendSubfields(from delimiter: Int, to record: inout Record, base: Int, faults: inout [ReadFault]) {
        var isReported = false
        var place = delimiter
        while place < range.upperBound {
            let next = self.delimiter(from: place + 1)
            let code = place + 1 < next ? bytes[place + 1] : 0
            if code == 0 || code >= 0x80 {
                if !isReported { report(.subfieldCodeMissing, at: place, up: next, "a subfield code", &faults) }
                isReported = true
                let start = place + 1 < next && code == 0 ? place + 2 : place + 1
                if start < next { appendSubfield(0, start..<next, to: &record, base: base) }
            } else {
                appendSubfield(code, (place + 2)..<next, to: &record, base: base)
            }
            place = next
        }
    }

    private func appendSubfield(_ code: UInt8, _ range: Range<Int>, to record: inout Record, base: Int) {
        record.subfieldEntries.append(
            SubfieldEntry(code: code, offset: UInt32(truncatingIfNeeded: range.lowerBound - base), length: range.count))
    }
}
