/// What stands around the records of OAI-PMH responses, taken piece by piece as a framer cuts them: what the repository
/// says in place of records, and headers of records that do not come.
///
/// Source: OAI-PMH 2.0, 2.5 (records), 3.6 (errors).
public struct OAIEnvelope: Sendable {
    public struct Finding: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            /// Neither a MARC record nor a deletion belongs to the header of the record with that identifier.
            case recordMissing(identifier: [UInt8])
            /// The repository answers with an error.
            case problem(OAIResponse.Problem)
        }

        public var kind: Kind
        /// Where it starts, in bytes from the start of the file.
        public var offset: Int
    }

    /// A header whose record is still to come.
    private struct Header: Sendable {
        var offset: Int
        var identifier: [UInt8] = []
    }

    private var isResponse = false
    /// Responses to ListIdentifiers have headers and nothing else.
    private var expectsRecords = true
    private var header: Header?

    public init() {}

    /// Takes XML outside the records.
    ///
    /// - Parameter offset: where it starts in the file.
    public mutating func pass(_ filler: ByteView, at offset: Int) -> [Finding] {
        var findings: [Finding] = []
        var elements = XMLElements(filler)
        while let element = elements.next() {
            guard element.kind == .startTag || element.kind == .emptyTag else { continue }
            let place = offset + element.markup.name.lowerBound - 1
            if element.name.equals("OAI-PMH") {
                findings += end()
                (isResponse, expectsRecords) = (true, true)
            } else if !isResponse {
                continue
            } else if element.name.equals("ListIdentifiers") {
                expectsRecords = false
            } else if element.name.equals("header"), expectsRecords {
                findings += end()
                header = Header(offset: place)
            } else if element.name.equals("identifier"), header?.identifier.isEmpty == true {
                header?.identifier = elements.text()
            } else if element.name.equals("error") {
                let problem = OAIResponse.Problem(element, elements)
                if let problem { findings.append(Finding(kind: .problem(problem), offset: place)) }
            }
        }
        return findings
    }

    /// Takes a record, or what may have been one.
    public mutating func passRecord() { header = nil }

    /// Takes a deletion, which has a header of its own, or the end of the file.
    public mutating func end() -> [Finding] {
        guard let header else { return [] }
        self.header = nil
        return [Finding(kind: .recordMissing(identifier: header.identifier), offset: header.offset)]
    }
}
