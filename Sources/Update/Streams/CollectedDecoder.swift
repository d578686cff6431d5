public import MARC

/// Makes a record of the bytes that ingest collected, by the format of the file that they came from.
///
/// Ingest, scrub and `show` all read through it, so that they see the same record. Make one for a batch and reuse it.
///
/// ```swift
/// var decoder = CollectedDecoder(files: batch.files)
/// decoder.decode(index, of: batch, into: &record, faults: &faults)
/// ```
public struct CollectedDecoder {
    private let formats: [SourceFormat]

    public init(files: FileTable) {
        formats = files.entries.map(\.sourceFormat)
    }

    /// Reads the record at `index` of `batch`.
    ///
    /// - Parameters:
    ///   - record: gets the record, whatever it held before; it may end up without fields.
    ///   - faults: gets what was wrong, each with its place from the record's first byte; what it held stays.
    public mutating func decode(
        _ index: Int, of batch: borrowing Batch<Collected>, into record: inout Record, faults: inout [ReadFault]
    ) {
        guard index >= 0, index < batch.count else { return record.removeAll() }
        let file = batch.origins[index].file
        batch.withRawBytes(index) { decode($0, of: file, into: &record, faults: &faults) }
    }

    /// Reads `bytes`, one record of the file with that index.
    public mutating func decode(
        _ bytes: ByteView, of file: UInt16, into record: inout Record, faults: inout [ReadFault]
    ) {
        switch Int(file) < formats.count ? formats[Int(file)] : .iso2709 {
        case .iso2709: ISO2709Decoder.decode(bytes, into: &record, faults: &faults)
        case .marcxml: record.removeAll()
        case .deleteList: DeleteListLine.decode(bytes, into: &record)
        }
    }
}

/// A line of a delete list: a control number, with blanks and a line end around it or not.
public enum DeleteListLine {
    /// Makes the record that asks for the deletion: leader/05 `d` and the number in 001.
    public static func decode(_ line: ByteView, into record: inout Record) {
        record.removeAll()
        record.leader[5] = UInt8(ascii: "d")
        record.appendControl("001", number(in: line))
    }

    /// The line without the blanks and control characters at both ends.
    public static func number(in line: ByteView) -> ByteView {
        var (first, last) = (0, line.count)
        while first < last, line[first] <= 0x20 { first += 1 }
        while last > first, line[last - 1] <= 0x20 { last -= 1 }
        return line.slice(first, last - first)
    }
}
