internal import MARC
internal import Update

/// Learns from the first records of a harvested file how the repository's identifiers hold control numbers.
enum OAIIdentifiers {
    /// So many bytes from the file's start are looked at.
    private static let headLength = 4 << 20

    /// - Parameter place: where the profile has the number that identifies a record.
    /// - Returns: nil where the file is no harvest, no record shows it, or two contradict each other.
    static func form(of file: InputFile, place: ControlNumberPlace) throws(FileFailure) -> OAIIdentifierForm? {
        var head: [UInt8] = []
        try file.read(at: 0, count: FormatDetection.headLength, into: &head)
        guard head.withUnsafeBufferPointer({ isHarvest($0) }) else { return nil }
        try file.read(at: head.count, count: headLength - head.count, into: &head)
        let isWhole = head.count >= file.size
        return head.withUnsafeBufferPointer { form(in: $0, isWhole: isWhole, place: place) }
    }

    private static func isHarvest(_ head: ByteView) -> Bool {
        let name = Array("OAI-PMH".utf8)
        return head.indices.contains { place in
            head[place] == name[0] && head.slice(place, name.count).elementsEqual(name)
        }
    }

    private static func form(in bytes: ByteView, isWhole: Bool, place: ControlNumberPlace) -> OAIIdentifierForm? {
        var framer = MARCXMLFramer()
        var decoder = MARCXMLDecoder()
        var (record, faults) = (Record(), [ReadFault]())
        var (start, identifier) = (0, [UInt8]())
        var found: OAIIdentifierForm?
        while case .piece(let kind, let length) = framer.next(
            in: bytes.slice(start, bytes.count - start), isLast: isWhole)
        {
            let piece = bytes.slice(start, length)
            start += length
            if kind == .filler { identifier = OAIHeader.identifier(in: piece, last: identifier) }
            guard kind == .record, !identifier.isEmpty else { continue }
            decoder.decode(piece, context: framer.context, into: &record, faults: &faults)
            faults.removeAll(keepingCapacity: true)
            let number = record.withView { place.number(in: $0).map { Array($0) } } ?? []
            guard let form = OAIIdentifierForm(identifier: identifier, number: number), form == found ?? form else {
                return nil
            }
            (found, identifier) = (form, [])
        }
        return found
    }
}
