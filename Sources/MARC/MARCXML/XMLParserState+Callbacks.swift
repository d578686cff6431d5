internal import CLibXML2

extension XMLParserState {
    /// The callbacks in libxml2's form. Their first argument is a pointer to an ``XMLParserState``: a plain one, because
    /// an object behind it makes each call check for exclusive access (1.40 s against 1.06 s for 373 MB).
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { state, name, prefix, uri, _, _, count, _, attributes in
            state?.assumingMemoryBound(to: Self.self).pointee.start(name, prefix, uri, attributes, Int(count))
        }
        handler.endElementNs = { state, name, _, _ in state?.assumingMemoryBound(to: Self.self).pointee.end(name) }
        // White space must go to the same function as other text, or libxml2 spends time on telling them apart.
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = { state, text, count in
            state?.assumingMemoryBound(to: Self.self).pointee.text(text, Int(count))
        }
        return handler
    }

    private static let characters: charactersSAXFunc = { state, text, count in
        state?.assumingMemoryBound(to: Self.self).pointee.text(text, Int(count))
    }

    private typealias XMLText = UnsafePointer<xmlChar>

    private mutating func start(
        _ name: XMLText?, _ prefix: XMLText?, _ uri: XMLText?, _ attributes: UnsafeMutablePointer<XMLText?>?,
        _ count: Int
    ) {
        depth += 1
        guard depth > 1, let name else { return }
        let localName = Self.view(name)
        let element = MARCXMLElement(localName: localName)
        sink.start(element, name: localName, Self.read(attributes, count), at: place)
        if element == .record { judge(prefix: prefix, uri: uri) }
    }

    private mutating func end(_ name: XMLText?) {
        depth -= 1
        guard depth > 0, let name else { return }
        let localName = Self.view(name)
        sink.end(MARCXMLElement(localName: localName), name: localName, at: place)
    }

    private mutating func text(_ text: XMLText?, _ count: Int) {
        guard depth > 1, let text else { return }
        sink.text(ByteView(start: text, count: count), at: place)
    }

    /// A record in another namespace than that of MARCXML, or none, is read as if it were ours.
    private mutating func judge(prefix: XMLText?, uri: XMLText?) {
        if let uri {
            let namespace = Self.view(uri)
            if namespace.equals(MARCXMLElement.namespace) { return }
            sink.note(.xmlShapeWrong, at: 0, found: namespace, expected: "\(MARCXMLElement.namespace)")
        } else if let prefix {
            sink.note(.xmlShapeWrong, at: 0, found: Self.view(prefix), expected: "a declared prefix")
        }
    }

    private static func view(_ text: XMLText) -> ByteView {
        ByteView(start: text, count: Int(xmlStrlen(text)))
    }

    /// The attributes of MARCXML among `count` of five pointers each: local name, prefix, namespace, value, value's end.
    private static func read(_ attributes: UnsafeMutablePointer<XMLText?>?, _ count: Int) -> MARCXMLSink.Attributes {
        var result = MARCXMLSink.Attributes()
        guard let attributes else { return result }
        for index in 0..<count {
            let fields = attributes + index * 5
            guard fields[1] == nil, let name = fields[0], let start = fields[3], let end = fields[4] else { continue }
            result.set(view(name), to: unescaped(ByteView(start: start, count: end - start)))
        }
        return result
    }

    /// libxml2 hands on an ampersand in an attribute as `&#38;`, unless it expands entities.
    private static func unescaped(_ value: ByteView) -> ByteView {
        value.equals("&#38;") ? value.slice(0, 1) : value
    }
}

extension MARCXMLSink.Attributes {
    /// Takes over one attribute; others than those of MARCXML are ignored.
    mutating func set(_ name: ByteView, to value: ByteView) {
        switch name.count {
        case 3 where name.equals("tag"): tag = value
        case 4 where name.equals("code"): code = value
        case 4 where name.equals("ind1"): indicator1 = value
        case 4 where name.equals("ind2"): indicator2 = value
        default: break
        }
    }
}
