internal import CLibXML2

/// libxml2's SAX2 parser, fed with records one after the other as parts of one endless document.
///
/// The network is off, a document type declaration cannot occur inside an element, entities are never expanded, and
/// libxml2's own limits on depth and size are on. After an error the parser is made anew.
struct XMLParser: ~Copyable {
    private var state: UnsafeMutablePointer<XMLParserState>
    private var context = MARCXMLContext()
    private var parsed = 0

    /// Records after which a parser is made anew, so that its dictionary of names stays small.
    private static let mostRecords = 10_000

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: XMLParserState())
    }

    deinit {
        xmlFreeParserCtxt(state.pointee.parser)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Parses one record into `sink`.
    ///
    /// - Returns: nil where `bytes` are well formed and hold one whole element, else what libxml2 says is wrong.
    mutating func parse(_ bytes: ByteView, context: MARCXMLContext, into sink: inout MARCXMLSink) -> String? {
        if parsed >= Self.mostRecords || self.context != context { discard() }
        if state.pointee.parser == nil, !begin(context) { return "the namespace declarations are not well formed" }
        swap(&state.pointee.sink, &sink)
        state.pointee.bytes = bytes
        state.pointee.start = xmlByteConsumed(state.pointee.parser)
        let isSound = push(bytes) && state.pointee.depth == 1
        swap(&state.pointee.sink, &sink)
        parsed += 1
        if isSound { return nil }
        defer { discard() }
        return message
    }

    /// The longest tag that libxml2 is given, in bytes: it compares every two attributes of a tag.
    static let longestTag = 32 * 1024

    /// Whether `bytes` hold no tag longer than ``longestTag``.
    static func accepts(_ bytes: ByteView) -> Bool {
        if bytes.count <= longestTag { return true }
        var index = 0
        while let start = find(UInt8(ascii: "<"), in: bytes, from: index) {
            let markup = XMLMarkup.read(bytes, at: start, isLast: true)
            if !markup.name.isEmpty, markup.end - start > longestTag { return false }
            index = markup.end
        }
        return true
    }

    private mutating func discard() {
        xmlFreeParserCtxt(state.pointee.parser)
        state.pointee.parser = nil
        state.pointee.depth = 0
        parsed = 0
    }

    /// Makes a parser and opens the element that stands for all that was around the record.
    private mutating func begin(_ context: MARCXMLContext) -> Bool {
        var handler = XMLParserState.handler
        state.pointee.parser = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil)
        xmlCtxtUseOptions(
            state.pointee.parser,
            Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
        self.context = context
        let root = Array("<document".utf8) + context.declarations + [UInt8(ascii: ">")]
        if root.withUnsafeBufferPointer({ push($0) }), state.pointee.depth == 1 { return true }
        discard()
        return false
    }

    private func push(_ bytes: ByteView) -> Bool {
        guard let parser = state.pointee.parser, let count = Int32(exactly: bytes.count) else { return false }
        return bytes.withMemoryRebound(to: CChar.self) { xmlParseChunk(parser, $0.baseAddress, count, 0) == 0 }
            && parser.pointee.wellFormed == 1
    }

    private var message: String {
        guard let error = xmlCtxtGetLastError(state.pointee.parser), let text = error.pointee.message else {
            return "the end of the record"
        }
        let line = String(cString: text).utf8.prefix { $0 != 0x0A }
        return Bytes.display(Array(line), limit: 100)
    }
}

/// What libxml2's callbacks work on, behind a plain pointer.
struct XMLParserState {
    var sink = MARCXMLSink()
    var parser: xmlParserCtxtPtr?
    var depth = 0
    var bytes = ByteView(start: nil, count: 0)
    /// Bytes that the parser had consumed before the record.
    var start = 0

    /// Where the parser is.
    var place: XMLPlace { XMLPlace(parser: parser, bytes: bytes, start: start) }
}

/// A place in a record's XML, worked out only where a fault has to name it.
struct XMLPlace {
    private var parser: UnsafeMutableRawPointer?
    private var bytes = ByteView(start: nil, count: 0)
    private var start: Int

    /// A place that is known, in bytes from the record's start.
    init(_ offset: Int) { start = offset }

    /// The place where libxml2 is.
    ///
    /// - Parameter start: bytes that it had consumed before the record.
    init(parser: xmlParserCtxtPtr?, bytes: ByteView, start: Int) {
        self.parser = UnsafeMutableRawPointer(parser)
        self.bytes = bytes
        self.start = start
    }

    /// Bytes from the record's start to the markup at hand.
    var offset: Int {
        guard let parser else { return start }
        let consumed = xmlByteConsumed(parser.assumingMemoryBound(to: xmlParserCtxt.self)) - start
        let place = min(max(0, consumed), bytes.count)
        return bytes[..<place].lastIndex(of: UInt8(ascii: "<")) ?? place
    }
}
