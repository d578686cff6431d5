/// Reads records of the form that programs write: the five elements, their attributes and text, nothing else.
///
/// It accepts only what is beyond doubt; everything else goes to libxml2, which with ``MARCXMLSink`` is its plain twin.
/// Before changing anything here, run the tests that hold one against the other.
struct PlainMARCXML {
    /// The start tag judged last, its context and the answer: one file has few different ones.
    private var tag: [UInt8] = []
    private var context = MARCXMLContext()
    private var answer = PlainStart.unfit

    /// Reads one record without any fault; false where it is not plain, and what `record` holds is then of no use.
    mutating func read(_ bytes: ByteView, context: MARCXMLContext, into record: inout Record) -> Bool {
        guard let base = bytes.baseAddress, case .fit(let length, let prefixLength) = start(of: bytes, context) else {
            return false
        }
        record.removeAll()
        var isPlain = false
        record.data.append(addingCapacity: bytes.count) { data in
            data.withUnsafeMutableBufferPointer { data, written in
                guard let target = data.baseAddress else { return }
                var walk = PlainWalk(
                    base + length, end: base + bytes.count, prefix: bytes.slice(1, prefixLength), target: target)
                isPlain = walk.run(&record.leader, &record.entries, &record.subfieldEntries)
                written = isPlain ? walk.target - target : 0
            }
        }
        return isPlain
    }

    private mutating func start(of bytes: ByteView, _ context: MARCXMLContext) -> PlainStart {
        if !tag.isEmpty, bytes.slice(0, tag.count).equals(tag), self.context == context { return answer }
        let markup = XMLMarkup.read(bytes, at: 0, isLast: true)
        answer = PlainStart(markup, of: bytes, context)
        (tag, self.context) = (Array(bytes.prefix(markup.end)), context)
        return answer
    }
}

/// Whether a start tag is that of a record in MARCXML's namespace or in none, its attributes beyond doubt.
enum PlainStart {
    /// - length: of the tag. prefixLength: of the prefix with its colon.
    case fit(length: Int, prefixLength: Int)
    case unfit

    init(_ tag: XMLMarkup, of bytes: ByteView, _ context: MARCXMLContext) {
        self = .unfit
        let name = bytes.slice(tag.name.lowerBound, tag.name.count)
        guard tag.kind == .startTag, !tag.isBroken, tag.name.lowerBound == 1, MARCXMLElement(name) == .record,
            Self.isOrderly(tag, bytes)
        else { return }
        let own = MARCXMLContext.declarations(in: bytes, of: tag)
        let prefix = name.slice(0, name.count - 6)
        guard Self.isInForce(MARCXMLContext.joined(context.declarations, own), prefix) else { return }
        self = .fit(length: tag.end, prefixLength: prefix.count)
    }

    /// Whether the attributes are few, well formed and different, with nothing to be resolved.
    private static func isOrderly(_ tag: XMLMarkup, _ bytes: ByteView) -> Bool {
        var attributes = XMLAttributes(bytes.slice(0, tag.end - 1), from: tag.name.upperBound)
        var names: [ByteView] = []
        while let attribute = attributes.next() {
            let name = bytes.slice(attribute.name.lowerBound, attribute.name.count)
            guard attribute.isWellFormed, names.count < 8, XMLName.isSpace(bytes[attribute.name.lowerBound - 1]),
                !names.contains(where: { $0.equals(name) }), isOrderlyName(name),
                bytes[attribute.value].allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "&") })
            else { return false }
            names.append(name)
        }
        return true
    }

    /// Letters, with a prefix of letters or without.
    private static func isOrderlyName(_ name: ByteView) -> Bool {
        let parts = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
            }
    }

    private static func isInForce(_ declarations: [UInt8], _ prefix: ByteView) -> Bool {
        declarations.withUnsafeBufferPointer { bytes in
            var attributes = XMLAttributes(bytes, from: 0)
            while let attribute = attributes.next() {
                // `xmlns` for records without a prefix, `xmlns:marc` for those with `marc:`.
                let declared = bytes[attribute.name].dropFirst(6)
                guard declared.elementsEqual(prefix.dropLast()) else { continue }
                return bytes.slice(attribute.value.lowerBound, attribute.value.count).equals(MARCXMLElement.namespace)
            }
            return prefix.isEmpty
        }
    }
}
