/// What an OAI-PMH response says besides its records, read leniently: the records are cut out first, so that damage in
/// one of them costs nothing here.
///
/// Source: OAI-PMH 2.0, 3.2 (XML response format), 3.5 (flow control), 3.6 (errors), 4.2 (Identify).
public struct OAIResponse: Sendable, Equatable {
    /// An error of the protocol, as in `badResumptionToken`.
    public struct Problem: Sendable, Equatable {
        public var code: String
        /// The repository's words.
        public var text: String

        public init(code: String, text: String) { (self.code, self.text) = (code, text) }

        /// An element named `error`; nil where it bears no code, as none of the protocol does.
        init?(_ element: XMLElements.Element, _ elements: XMLElements) {
            guard let code = elements.attribute("code", of: element) else { return nil }
            self.init(code: OAIResponse.text(code), text: OAIResponse.text(elements.text()))
        }
    }

    /// Whether it is an OAI-PMH response at all.
    public private(set) var isResponse = false
    /// Whether the response is there to its end.
    public private(set) var isWhole = false
    /// When it was made, as the repository writes it: `2026-11-25T18:00:04Z`.
    public private(set) var responseDate = ""
    public private(set) var problems: [Problem] = []
    /// The token that asks for the next part of the list; nil where the list is at its end.
    public private(set) var resumptionToken: String?
    /// Records of the whole list, where the repository says so.
    public private(set) var completeListSize: Int?
    /// MARC records in this part of the list.
    public private(set) var records = 0
    /// Records in this part of which the response says that they were deleted.
    public private(set) var deletions = 0
    /// Headers in this part, of records and of deleted ones.
    public private(set) var headers = 0
    /// The identifier of the first record in this part.
    public private(set) var firstIdentifier = ""
    /// Whether a document type is declared, which no response needs.
    public private(set) var declaresDocumentType = false

    // MARK: What Identify says

    public private(set) var repositoryName = ""
    /// `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`.
    public private(set) var granularity = ""
    /// What the repository keeps of deleted records: `no`, `transient` or `persistent`.
    public private(set) var deletedRecord = ""

    /// - Parameter bytes: a whole response.
    public init(_ bytes: ByteView) {
        var envelope: [UInt8] = []
        cutRecords(out: bytes, leaving: &envelope)
        envelope.withUnsafeBufferPointer { read($0) }
    }

    private mutating func cutRecords(out bytes: ByteView, leaving envelope: inout [UInt8]) {
        var framer = MARCXMLFramer()
        var start = 0
        while case .piece(let kind, let length) = framer.next(
            in: bytes.slice(start, bytes.count - start), isLast: true)
        {
            if firstIdentifier.isEmpty, kind == .filler || kind == .deletion {
                firstIdentifier = Self.text(OAIHeader.firstIdentifier(in: bytes.slice(start, length)))
            }
            switch kind {
            case .filler: envelope.append(contentsOf: bytes.slice(start, length))
            case .record: records += 1
            case .deletion:
                deletions += 1
                headers += 1
            case .unreadable: break
            }
            start += length
        }
        declaresDocumentType = framer.takeNotices().contains { $0.kind == .xmlEntityRefused }
    }

    private mutating func read(_ envelope: ByteView) {
        var elements = XMLElements(envelope)
        while let element = elements.next() {
            if element.kind == .endTag {
                if element.name.equals("OAI-PMH") { isWhole = true }
                continue
            }
            if element.name.equals("OAI-PMH") {
                isResponse = true
            } else if element.name.equals("header") {
                headers += 1
            } else if element.name.equals("resumptionToken") {
                readToken(element, elements)
            } else if element.name.equals("error") {
                problems.append(Problem(element, elements) ?? Problem(code: "", text: Self.text(elements.text())))
            } else {
                readIdentify(element, elements)
            }
        }
    }

    private mutating func readToken(_ element: XMLElements.Element, _ elements: XMLElements) {
        let token = element.kind == .startTag ? elements.text() : []
        resumptionToken = token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
        completeListSize = elements.attribute("completeListSize", of: element).flatMap { Int(Self.text($0)) }
    }

    private mutating func readIdentify(_ element: XMLElements.Element, _ elements: XMLElements) {
        if element.name.equals("responseDate"), responseDate.isEmpty {
            responseDate = Self.text(elements.text())
        } else if element.name.equals("granularity") {
            granularity = Self.text(elements.text())
        } else if element.name.equals("deletedRecord") {
            deletedRecord = Self.text(elements.text())
        } else if element.name.equals("repositoryName") {
            repositoryName = Self.text(elements.text())
        }
    }

    /// At most 200 bytes as text on one line.
    private static func text(_ bytes: [UInt8]) -> String {
        Bytes.display(bytes.prefix(200).map { $0 < 0x20 ? 0x20 : $0 })
    }
}
