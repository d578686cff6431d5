/// Reads a record that is not well-formed XML, saving everything but the damage.
///
/// | damage | what comes out |
/// |---|---|
/// | an end tag is missing | the element ends where the next one begins |
/// | an end tag too many | left out |
/// | a `<` or `&` that begins nothing | the character itself |
/// | a reference to an entity that XML does not have | the characters it is written with (`xmlEntityRefused`) |
/// | a control character, or a reference to one | the byte itself, a blank for 1D, 1E and 1F hex |
/// | bytes that are not UTF-8 | the bytes themselves |
/// | a quotation mark of an attribute is missing | the value up to the next blank or the end of the tag |
/// | a comment or CDATA section that is not closed | its text |
/// | a document type declaration | left out (`xmlEntityRefused`) |
enum MARCXMLRecovery {
    static func read(_ bytes: ByteView, into sink: inout MARCXMLSink) {
        var index = 0
        while index < bytes.count, !sink.isClosed {
            let start = find(UInt8(ascii: "<"), in: bytes, from: index) ?? bytes.count
            readText(bytes, index..<start, into: &sink)
            guard start < bytes.count else { break }
            let markup = XMLMarkup.read(bytes, at: start, isLast: true)
            read(markup, at: start, in: bytes, into: &sink)
            index = markup.end
        }
        if !sink.isClosed { finishUnclosed(bytes, &sink) }
    }

    private static func finishUnclosed(_ bytes: ByteView, _ sink: inout MARCXMLSink) {
        let isInside = sink.isInsideField
        sink.note(isInside ? .recordTruncated : .xmlNotWellFormed, at: bytes.count, expected: "</record>")
        sink.closeField(at: XMLPlace(bytes.count))
    }

    private static func read(_ markup: XMLMarkup, at start: Int, in bytes: ByteView, into sink: inout MARCXMLSink) {
        let whole = bytes.slice(start, markup.end - start)
        switch markup.kind {
        case .startTag: readStart(markup, at: start, in: bytes, into: &sink)
        case .emptyTag:
            readStart(markup, at: start, in: bytes, into: &sink)
            readEnd(markup, at: start, in: bytes, into: &sink)
        case .endTag:
            if markup.isBroken { sink.note(.xmlNotWellFormed, at: start, found: whole, expected: ">") }
            readEnd(markup, at: start, in: bytes, into: &sink)
        case .comment, .instruction: break
        case .cdata: readText(bytes, (start + 9)..<(markup.end - 3), hasReferences: false, into: &sink)
        case .doctype: sink.note(.xmlEntityRefused, at: start, found: whole, expected: "no document type declaration")
        case .text, .incomplete:
            sink.note(
                .xmlNotWellFormed, at: start, found: bytes.slice(start, min(12, bytes.count - start)), expected: "&lt;")
            if whole.count == 1 { sink.text(whole, at: XMLPlace(start)) }
        }
    }

    private static func readStart(_ tag: XMLMarkup, at start: Int, in bytes: ByteView, into sink: inout MARCXMLSink) {
        var attributes = XMLAttributes(bytes.slice(0, tag.end), from: tag.name.upperBound)
        var values = DecodedAttributes()
        var isBroken = tag.isBroken
        while let attribute = attributes.next() {
            isBroken = isBroken || !attribute.isWellFormed
            if let fault = values.append(attribute, of: bytes) {
                sink.note(fault, at: start, found: bytes[attribute.value])
            }
        }
        let name = XMLName.local(bytes.slice(tag.name.lowerBound, tag.name.count))
        values.withAttributes { sink.start(MARCXMLElement(localName: name), name: name, $0, at: XMLPlace(start)) }
        if isBroken { sink.note(.xmlNotWellFormed, at: start, found: bytes.slice(start, tag.end - start)) }
    }

    private static func readEnd(_ tag: XMLMarkup, at start: Int, in bytes: ByteView, into sink: inout MARCXMLSink) {
        let name = XMLName.local(bytes.slice(tag.name.lowerBound, tag.name.count))
        sink.end(MARCXMLElement(localName: name), name: name, at: XMLPlace(start))
    }
}

extension MARCXMLRecovery {
    /// Hands the text in `range` to the sink.
    private static func readText(
        _ bytes: ByteView, _ range: Range<Int>, hasReferences: Bool = true, into sink: inout MARCXMLSink
    ) {
        var text = XMLText(bytes, range, hasReferences: hasReferences)
        while let piece = text.next() {
            let source = bytes.slice(piece.source.lowerBound, piece.source.count)
            if let fault = piece.fault { sink.note(fault, at: piece.source.lowerBound, found: source) }
            switch piece.meaning {
            case .asWritten: sink.text(source, at: XMLPlace(piece.source.lowerBound))
            case .byte(let byte):
                withUnsafeBytes(of: byte) {
                    sink.text($0.bindMemory(to: UInt8.self), at: XMLPlace(piece.source.lowerBound))
                }
            case .scalar(let scalar):
                Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter).withUnsafeBufferPointer {
                    sink.text($0, at: XMLPlace(piece.source.lowerBound))
                }
            }
        }
    }
}

/// The attributes of MARCXML in a damaged tag, their references resolved.
private struct DecodedAttributes {
    private var values: [(name: ByteView, value: [UInt8])] = []

    /// - Returns: what is wrong with the attribute.
    mutating func append(_ attribute: XMLAttributes.Attribute, of bytes: ByteView) -> ReadFault.Kind? {
        guard values.count < 16 else { return nil }
        let name = bytes.slice(attribute.name.lowerBound, attribute.name.count)
        guard !values.contains(where: { $0.name.equals(name) }) else { return .xmlNotWellFormed }
        var fault: ReadFault.Kind?
        var text = XMLText(bytes, attribute.value, hasReferences: true)
        var value: [UInt8] = []
        while let piece = text.next(), value.count < 256 {
            fault = fault ?? piece.fault
            switch piece.meaning {
            case .asWritten: value.append(contentsOf: bytes[piece.source].map { XMLName.isSpace($0) ? 0x20 : $0 })
            case .byte(let byte): value.append(XMLName.isSpace(byte) ? 0x20 : byte)
            case .scalar(let scalar): value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        values.append((name, value))
        return fault
    }

    /// Lends the values.
    func withAttributes(_ body: (MARCXMLSink.Attributes) -> Void) { lend(from: 0, MARCXMLSink.Attributes(), body) }

    private func lend(from index: Int, _ attributes: MARCXMLSink.Attributes, _ body: (MARCXMLSink.Attributes) -> Void) {
        guard index < values.count else { return body(attributes) }
        values[index].value.withUnsafeBufferPointer { value in
            var attributes = attributes
            attributes.set(values[index].name, to: value)
            lend(from: index + 1, attributes, body)
        }
    }
}
