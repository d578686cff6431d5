import MARC
@_spi(Ingest) import Update

/// A whole file as one batch of collected records.
enum Framed {
    static func batch(_ bytes: [UInt8], name: String, format: SourceFormat) -> Batch<Collected> {
        let (pieces, namespaces) = pieces(of: bytes, format)
        let files = FileTable([.init(name: name, path: name, format: format, namespaces: namespaces)])
        var batch = Batch<Collected>(collectedFrom: files)
        var decoder = CollectedDecoder(files: files)
        var (record, faults) = (Record(), [ReadFault]())
        for (index, piece) in pieces.enumerated() {
            bytes.withUnsafeBufferPointer {
                decoder.decode($0.slice(piece.lowerBound, piece.count), of: 0, into: &record, faults: &faults)
            }
            let origin = RecordOrigin(
                offset: piece.lowerBound, length: piece.count, ordinalInFile: index + 1, ordinal: index, file: 0)
            batch.append(bytes[piece], origin: origin, intent: record.leader.isDeleted ? .delete : .keep)
        }
        return batch
    }

    private static func pieces(of bytes: [UInt8], _ format: SourceFormat) -> ([Range<Int>], String) {
        var pieces: [Range<Int>] = []
        var namespaces = ""
        bytes.withUnsafeBufferPointer { all in
            var (iso2709, marcxml, offset) = (ISO2709Framer(), MARCXMLFramer(), 0)
            while true {
                let window = all.slice(offset, all.count - offset)
                let framing =
                    format == .iso2709
                    ? iso2709.next(in: window, isLast: true) : marcxml.next(in: window, isLast: true)
                guard case .piece(let kind, let length) = framing else { break }
                if kind == .record { pieces.append(offset..<(offset + length)) }
                if kind == .record, format == .marcxml {
                    namespaces = String(decoding: marcxml.context.declarations, as: UTF8.self)
                }
                offset += length
            }
        }
        return (pieces, namespaces)
    }
}
