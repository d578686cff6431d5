/// The header of an OAI-PMH record whose status is `deleted`: all that a repository says of a record that is gone.
///
/// ```xml
/// <header status="deleted"><identifier>oai:library.example:17</identifier><datestamp>2026-11-10</datestamp></header>
/// ```
///
/// Source: OAI-PMH 2.0, 2.5.1 and 3.2.
public enum OAIHeader {
    /// The longest header that is looked at, in bytes.
    static let longest = 64 << 10

    enum End {
        case found(Int)
        case notYet
        /// The header is not closed before something else begins.
        case none
    }

    /// Whether `tag` opens the header of a deleted record.
    static func isDeletion(_ tag: XMLMarkup, in bytes: ByteView) -> Bool {
        let name = bytes.slice(tag.name.lowerBound, tag.name.count)
        guard tag.kind == .startTag, XMLName.local(name).equals("header") else { return false }
        var attributes = XMLAttributes(bytes.slice(0, tag.end), from: tag.name.upperBound)
        while let attribute = attributes.next() {
            guard bytes.slice(attribute.name.lowerBound, attribute.name.count).equals("status") else { continue }
            return bytes.slice(attribute.value.lowerBound, attribute.value.count).equals("deleted")
        }
        return false
    }

    /// Whether `bytes` begin with the header of a deleted record.
    public static func isDeletion(_ bytes: ByteView) -> Bool {
        bytes.first == UInt8(ascii: "<") && isDeletion(XMLMarkup.read(bytes, at: 0, isLast: true), in: bytes)
    }

    /// Where the header that stands at the start of `bytes` ends.
    static func end(after tag: XMLMarkup, in bytes: ByteView, isLast: Bool) -> End {
        let near = bytes.slice(0, min(bytes.count, longest))
        let isWhole = isLast || bytes.count >= longest
        var index = tag.end
        while let start = find(UInt8(ascii: "<"), in: near, from: index) {
            let markup = XMLMarkup.read(near, at: start, isLast: isWhole)
            if markup.kind == .incomplete { return .notYet }
            let name = XMLName.local(near.slice(markup.name.lowerBound, markup.name.count))
            switch markup.kind {
            case .endTag where name.equals("header"): return .found(markup.end)
            case .startTag, .emptyTag, .endTag:
                if name.equals("header") || name.equals("record") { return .none }
            default: break
            }
            index = markup.end
        }
        return isWhole ? .none : .notYet
    }

    /// The identifier that the repository gives the record, references resolved; empty where there is none.
    ///
    /// - Parameter header: the header, from its `<` on.
    public static func identifier(in header: ByteView) -> [UInt8] { identifier(in: header, last: []) }

    /// The first identifier in some XML outside the records; empty where it holds none.
    static func firstIdentifier(in bytes: ByteView) -> [UInt8] {
        var elements = XMLElements(bytes)
        while let element = elements.next() {
            if element.name.equals("identifier"), element.kind == .startTag { return elements.text() }
        }
        return []
    }

    /// The last identifier in some XML outside the records; `last` where it holds none.
    public static func identifier(in bytes: ByteView, last: [UInt8]) -> [UInt8] {
        var (elements, found) = (XMLElements(bytes), last)
        while let element = elements.next() {
            if element.name.equals("identifier"), element.kind == .startTag { found = elements.text() }
        }
        return found
    }
}

/// The tags of an XML text one after the other, read leniently, and the text that follows each.
struct XMLElements {
    struct Element {
        var kind: XMLMarkup.Kind
        /// Without its prefix.
        var name: ByteView
        var markup: XMLMarkup
    }

    private let bytes: ByteView
    private var index = 0

    init(_ bytes: ByteView) { self.bytes = bytes }

    mutating func next() -> Element? {
        while let start = find(UInt8(ascii: "<"), in: bytes, from: index) {
            let markup = XMLMarkup.read(bytes, at: start, isLast: true)
            index = markup.end
            guard !markup.name.isEmpty else { continue }
            let name = bytes.slice(markup.name.lowerBound, markup.name.count)
            return Element(kind: markup.kind, name: XMLName.local(name), markup: markup)
        }
        return nil
    }

    /// The text from here to the next tag, references resolved, without white space at both ends; at most 64 KiB of it.
    func text() -> [UInt8] {
        var text: [UInt8] = []
        var place = index
        while place < bytes.count, text.count < OAIHeader.longest {
            let end = find(UInt8(ascii: "<"), in: bytes, from: place) ?? bytes.count
            Self.append(bytes, place..<end, hasReferences: true, to: &text)
            guard end < bytes.count else { break }
            let markup = XMLMarkup.read(bytes, at: end, isLast: true)
            if markup.kind == .cdata {
                Self.append(bytes, (end + 9)..<max(end + 9, markup.end - 3), hasReferences: false, to: &text)
            } else if !markup.name.isEmpty {
                break
            }
            place = markup.end
        }
        let inner = text.drop(while: XMLName.isSpace).reversed().drop(while: XMLName.isSpace)
        return Array(inner.reversed())
    }

    private static func append(
        _ bytes: ByteView, _ range: Range<Int>, hasReferences: Bool, to text: inout [UInt8]
    ) {
        var pieces = XMLText(bytes, range, hasReferences: hasReferences)
        while let piece = pieces.next() {
            switch piece.meaning {
            case .asWritten: text.append(contentsOf: bytes[piece.source])
            case .byte(let byte): text.append(byte)
            case .scalar(let scalar): text.append(contentsOf: String(scalar).utf8)
            }
        }
    }

    /// The value of an attribute of `element`, references resolved; nil where it has none of that name.
    func attribute(_ name: StaticString, of element: Element) -> [UInt8]? {
        var attributes = XMLAttributes(bytes.slice(0, element.markup.end), from: element.markup.name.upperBound)
        while let attribute = attributes.next() {
            guard bytes.slice(attribute.name.lowerBound, attribute.name.count).equals(name) else { continue }
            var value: [UInt8] = []
            Self.append(bytes, attribute.value, hasReferences: true, to: &value)
            return value
        }
        return nil
    }
}
