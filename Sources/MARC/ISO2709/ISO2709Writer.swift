internal import CByteScans

/// Why a record cannot be written as ISO 2709.
public enum ISO2709WriteError: Error, Equatable, CustomStringConvertible {
    /// More than 99,999 bytes, terminators included.
    case recordTooLong(length: Int)
    /// A field of more than 9,999 bytes, terminator included.
    case fieldTooLong(tag: Tag, length: Int)
    /// 1D, 1E or 1F hex stands in a tag, an indicator, a subfield code or data, where no reader could tell it apart.
    case delimiterInData

    public var description: String {
        switch self {
        case .recordTooLong(let length): "the record has \(length) bytes, ISO 2709 allows 99999; write MARCXML instead"
        case .fieldTooLong(let tag, let length):
            "field \(tag) has \(length) bytes, ISO 2709 allows 9999; write MARCXML instead"
        case .delimiterInData:
            "the record's data hold 1D, 1E or 1F hex, which ISO 2709 reserves; remove them first (scrub does)"
        }
    }
}

/// Writes records as ISO 2709.
///
/// Leader/00-04, 10-11, 12-16 and 20-23 and the directory are computed; the rest of the leader is written as it is. The
/// directory has the order of the fields. An indicator that the record lacks becomes a blank.
///
/// Source: ISO 2709:2008, 4; MARC 21 Record Structure.
public enum ISO2709Writer {
    static let longestRecord = 99_999
    static let longestField = 9_999

    /// Whether the record's lengths can be written.
    public static func fits(_ view: RecordView) -> Bool { (try? lengths(view)) != nil }

    /// Appends the record to `output`; where it throws, `output` is as before.
    public static func append(_ view: RecordView, to output: inout [UInt8]) throws(ISO2709WriteError) {
        let lengths = try lengths(view)
        let start = output.count
        var subfieldCount = 0
        output.append(addingCapacity: lengths.record) { output in
            output.withUnsafeMutableBufferPointer { buffer, count in
                guard let base = buffer.baseAddress else { return }
                subfieldCount = write(view, at: base, lengths: lengths)
                count = lengths.record
            }
        }
        let written = output.withUnsafeBufferPointer { all in
            let bytes = all.slice(start, lengths.record)
            return bytes.baseAddress.map { delimiters_count($0, bytes.count) } ?? 0
        }
        if written != view.fields.count + subfieldCount + 2 {
            output.removeLast(lengths.record)
            throw .delimiterInData
        }
    }

    /// The length of the record and where its data start.
    private static func lengths(_ view: RecordView) throws(ISO2709WriteError) -> (record: Int, base: Int) {
        let base = Leader.length + view.fields.count * DirectoryEntry.size + 1
        var record = base + 1
        for index in 0..<view.fields.count {
            let field = view.fields[index]
            let length = field.bodyLength + 1
            guard length <= longestField else { throw .fieldTooLong(tag: field.tag, length: length) }
            record += length
        }
        guard record <= longestRecord else { throw .recordTooLong(length: record) }
        return (record, base)
    }

    /// Writes the record and says how many subfield delimiters it has.
    private static func write(
        _ view: RecordView, at start: UnsafeMutablePointer<UInt8>, lengths: (record: Int, base: Int)
    ) -> Int {
        var directory = ByteWriter(next: start)
        var data = ByteWriter(next: start + lengths.base)
        directory.append(leader(view.leader, lengths))
        var subfieldCount = 0
        for index in 0..<view.fields.count {
            let field = view.fields[index]
            let fieldStart = data.next
            subfieldCount += append(field, to: &data)
            data.append(Delimiter.fieldTerminator)
            directory.append(field.tag)
            directory.appendFourDigits(UInt32(truncatingIfNeeded: data.next - fieldStart))
            directory.appendFiveDigits(UInt32(truncatingIfNeeded: fieldStart - start - lengths.base))
        }
        directory.append(Delimiter.fieldTerminator)
        data.append(Delimiter.recordTerminator)
        return subfieldCount
    }

    private static func leader(_ leader: Leader, _ lengths: (record: Int, base: Int)) -> Leader {
        var leader = leader
        var (record, base) = lengths
        for position in 0..<5 {
            leader[4 - position] = 0x30 + UInt8(truncatingIfNeeded: record % 10)
            leader[16 - position] = 0x30 + UInt8(truncatingIfNeeded: base % 10)
            (record, base) = (record / 10, base / 10)
        }
        leader[10] = UInt8(ascii: "2")
        leader[11] = UInt8(ascii: "2")
        leader[20] = UInt8(ascii: "4")
        leader[21] = UInt8(ascii: "5")
        leader[22] = UInt8(ascii: "0")
        leader[23] = UInt8(ascii: "0")
        return leader
    }

    /// Appends the field without its terminator and says how many subfield delimiters it has.
    @inline(__always)
    private static func append(_ field: FieldView, to data: inout ByteWriter) -> Int {
        if let body = field.body {
            data.append(body)
            return field.tag.isControl ? 0 : field.subfields.count
        }
        data.appendIndicators(of: field)
        var delimiters = 0
        for subfield in field.subfields {
            data.append(subfield)
            if subfield.code != 0 { delimiters += 1 }
        }
        return delimiters
    }
}
