/// Reading a record that is not sound. Plain arrays and several passes: clarity before speed.
extension ISO2709Decoder {
    /// Faults of one record that are reported at most: one with more is beyond repair, and nobody reads them.
    static let mostFaults = 200

    static func recover(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        let before = faults.count
        record.removeAll()
        let leader = DamagedLeader(bytes, faults: &faults)
        record.leader = leader.leader
        guard bytes.count > leader.length else {
            faults.append(truncated(bytes, leader))
            return
        }
        let directory = DamagedDirectory(bytes, leader: leader, faults: &faults)
        let end = RecordEnd(bytes, from: directory.end)
        let placement = FieldPlacement(bytes, fields: directory.fields, base: directory.end, end: end.offset)
        let isTruncated = !end.isTerminated && isCut(placement, directory, leader, bytes)
        reportLengths(bytes, leader, end, isTruncated: isTruncated, &faults)
        report(placement, directory, bytes, isTruncated: isTruncated, isLast: end.offset, &faults)
        record.data.append(contentsOf: bytes.slice(directory.end, end.offset - directory.end))
        for field in placement.found {
            DamagedField(bytes: bytes, tag: directory.fields[field.index].tag, range: field.range)
                .append(to: &record, base: directory.end, faults: &faults)
            if faults.count - before > mostFaults { faults.removeLast(faults.count - before - mostFaults) }
        }
    }

    /// Whether bytes are missing at the record's end and not its terminators alone.
    private static func isCut(
        _ placement: FieldPlacement, _ directory: DamagedDirectory, _ leader: DamagedLeader, _ bytes: ByteView
    ) -> Bool {
        guard placement.found.count == directory.fields.count,
            let last = placement.found.max(by: { $0.range.upperBound < $1.range.upperBound })
        else { return true }
        guard !last.isTerminated, let length = directory.fields[last.index].length else { return false }
        return last.range.count < length - 1
    }

    private static func truncated(_ bytes: ByteView, _ leader: DamagedLeader) -> ReadFault {
        ReadFault(
            .recordTruncated, offset: bytes.count, found: bytes.suffix(12),
            expected: leader.recordLength.map { "\($0) bytes" } ?? "")
    }

    private static func reportLengths(
        _ bytes: ByteView, _ leader: DamagedLeader, _ end: RecordEnd, isTruncated: Bool, _ faults: inout [ReadFault]
    ) {
        if isTruncated {
            faults.append(truncated(bytes, leader))
        } else if bytes.count > 99_999 {
            faults.append(ReadFault(.recordTooLong, offset: 0, found: bytes.prefix(5), expected: "\(bytes.count)"))
        } else if leader.recordLength != bytes.count, end.isTerminated {
            faults.append(ReadFault(.recordLengthWrong, offset: 0, found: bytes.prefix(5), expected: "\(bytes.count)"))
        }
        if !isTruncated, !end.isComplete {
            faults.append(
                ReadFault(.recordTerminatorMissing, offset: end.offset, found: bytes.suffix(2), expected: "1E 1D hex"))
        }
    }

    /// What the directory says wrongly: one fault for all entries, one a field for what concerns it alone.
    private static func report(
        _ placement: FieldPlacement, _ directory: DamagedDirectory, _ bytes: ByteView, isTruncated: Bool,
        isLast end: Int,
        _ faults: inout [ReadFault]
    ) {
        let isTooLong = bytes.count > 99_999 || placement.found.contains { $0.range.count + 1 > 9_999 }
        let wrong = isTruncated || isTooLong ? [] : wrongEntries(placement, directory)
        if let first = wrong.first {
            faults.append(
                ReadFault(
                    .directoryEntryWrong, offset: first.offset, tag: first.tag,
                    found: bytes.slice(first.offset, DirectoryEntry.size),
                    expected: "\(wrong.count) of \(directory.fields.count) entries"))
        }
        reportOverlap(placement, bytes, &faults)
        for field in placement.found {
            let tag = directory.fields[field.index].tag
            if !field.isTerminated, field.range.upperBound != end {
                faults.append(
                    ReadFault(.fieldTerminatorMissing, offset: field.range.upperBound, tag: tag, expected: "1E hex"))
            }
            if field.range.count + 1 > 9_999 {
                faults.append(
                    ReadFault(
                        .fieldTooLong, offset: field.range.lowerBound, tag: tag, expected: "\(field.range.count + 1)"))
            }
        }
    }

    /// The entries that name another place than the one where their field was found.
    private static func wrongEntries(_ placement: FieldPlacement, _ directory: DamagedDirectory) -> [StatedField] {
        var places = [Range<Int>?](repeating: nil, count: directory.fields.count)
        for field in placement.found { places[field.index] = field.range }
        return zip(directory.fields, places).filter { stated, place in
            guard let start = stated.start, let length = stated.length else { return false }
            guard let place else { return true }
            return place.lowerBound != directory.end + start || place.count + 1 != length
        }.map(\.0)
    }

    private static func reportOverlap(_ placement: FieldPlacement, _ bytes: ByteView, _ faults: inout [ReadFault]) {
        if let first = placement.orphans.first {
            let count = placement.orphans.reduce(0) { $0 + $1.count + 1 }
            faults.append(
                ReadFault(
                    .directoryOverlap, offset: first.lowerBound, found: bytes.slice(first.lowerBound, first.count),
                    expected: "\(count) bytes belong to no entry"))
        } else if placement.hasSharedBytes {
            faults.append(ReadFault(.directoryOverlap, offset: Leader.length, expected: "entries share bytes"))
        }
    }
}

/// Where the body of a record ends.
struct RecordEnd {
    /// The offset after the body's last byte: that of the record terminator, or of what stands in its place.
    var offset: Int
    /// Whether the record ends with 1D hex.
    var isTerminated: Bool
    /// Whether it ends with 1E 1D hex.
    var isComplete: Bool

    init(_ bytes: ByteView, from base: Int) {
        isTerminated = bytes.last == Delimiter.recordTerminator
        offset = isTerminated ? bytes.count - 1 : bytes.count
        if !isTerminated {
            while offset > base, bytes[offset - 1] != Delimiter.fieldTerminator, Filler.contains(bytes[offset - 1]) {
                offset -= 1
            }
            // Blanks may belong to the last field; they are filler only after its terminator.
            if offset > base, bytes[offset - 1] != Delimiter.fieldTerminator { offset = bytes.count }
        }
        offset = max(offset, min(base, bytes.count))
        isComplete = isTerminated && offset > 0 && bytes[offset - 1] == Delimiter.fieldTerminator
    }
}
