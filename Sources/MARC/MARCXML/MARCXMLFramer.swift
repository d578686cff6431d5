/// Cuts an XML document, or several one after the other, into MARCXML records, by bytes and in one pass.
///
/// A record is an element named `record`, with any prefix, that holds a leader or a field; the `record` of an OAI-PMH
/// or SRU envelope holds another record, or none of ours, and is filler; the header of a deleted one is a piece of its
/// own. Comments, CDATA sections, processing
/// instructions and a document type declaration are stepped over; what the declaration defines is never used, and the
/// refusal stands in ``takeNotices()``. A record that is not closed ends before the next one, or where an element around
/// it ends; nothing in one record costs another. Bytes are taken for UTF-8 or an encoding that keeps ASCII: see
/// ``MARCXMLEncoding`` for the rest.
///
/// ```swift
/// switch framer.next(in: window, isLast: false) {
/// case .piece(.record, let length): decoder.decode(window.slice(0, length), context: framer.context, …)
/// ```
public struct MARCXMLFramer: Sendable {
    /// The longest record, in bytes: 16 MiB less one. A caller's window must be able to grow to that.
    public static let longestRecord = FieldEntry.longest

    /// Bytes done with since the start.
    private var position = 0
    private var ancestors = OpenElements()
    private var notices: [ReadFault] = []
    /// How far the record at the window's start has been searched for its end already; 0 where no record was begun.
    private var searched = 0
    /// Whether what is searched for its end is a record, and not the rest of one.
    private var isRecord = true

    public init() {}

    /// The namespaces in force around the record returned last.
    public var context: MARCXMLContext { ancestors.context }

    /// Whether an element around the records is open: where the input ends, its end was cut off.
    public var isInsideElement: Bool { !ancestors.isEmpty }

    /// What was wrong outside the records since the last call, with offsets from the start of the input: a document
    /// type declaration (`xmlEntityRefused`), a record longer than ``longestRecord`` (`recordTooLong`).
    public mutating func takeNotices() -> [ReadFault] {
        defer { notices.removeAll() }
        return notices
    }

    /// What stands at the start of `window`.
    ///
    /// - Parameter isLast: the input ends where `window` does.
    /// - Returns: `.needsMore` where a longer window that starts with the same bytes is needed, at most
    ///   ``longestRecord`` long.
    public mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        if window.isEmpty { return isLast ? .end : .needsMore }
        let framing = frame(window, isLast: isLast)
        if case .piece(_, let length) = framing {
            position &+= length
            searched = 0
        }
        return framing
    }

    private mutating func frame(_ window: ByteView, isLast: Bool) -> Framing {
        if searched > 0 { return recordPiece(in: window, isLast: isLast) }
        var index = 0
        while let start = find(UInt8(ascii: "<"), in: window, from: index) {
            let isWhole = isLast || window.count - start >= Self.longestRecord
            let markup = XMLMarkup.read(window, at: start, isLast: isWhole)
            if markup.kind == .incomplete { return start > 0 ? .piece(.filler, length: start) : .needsMore }
            if markup.kind == .startTag || markup.kind == .emptyTag {
                let element = MARCXMLElement(window.slice(markup.name.lowerBound, markup.name.count))
                if element == .record || element.isPartOfRecord {
                    if start > 0 { return .piece(.filler, length: start) }
                    return element == .record
                        ? candidate(markup, in: window, isWhole: isWhole, isLast: isLast)
                        : orphan(element, in: window, isLast: isLast)
                }
                if OAIHeader.isDeletion(markup, in: window) {
                    if start > 0 { return .piece(.filler, length: start) }
                    switch OAIHeader.end(after: markup, in: window, isLast: isLast) {
                    case .found(let end): return .piece(.deletion, length: end)
                    case .notYet: return .needsMore
                    case .none: break
                    }
                }
            }
            stepOver(markup, at: start, in: window)
            index = markup.end
        }
        return .piece(.filler, length: window.count)
    }

    /// Takes note of markup outside the records.
    private mutating func stepOver(_ markup: XMLMarkup, at start: Int, in window: ByteView) {
        switch markup.kind {
        case .startTag: ancestors.open(markup, in: window)
        case .endTag: ancestors.close(window.slice(markup.name.lowerBound, markup.name.count))
        case .doctype:
            note(
                .xmlEntityRefused, at: start, found: window.slice(start, markup.end - start),
                expected: "no document type declaration")
        case .emptyTag, .comment, .cdata, .instruction, .text, .incomplete: break
        }
    }

    private mutating func note(_ kind: ReadFault.Kind, at offset: Int, found: ByteView, expected: String) {
        guard notices.count < 100 else { return }
        notices.append(ReadFault(kind, offset: position &+ offset, found: found, expected: expected))
    }

    // MARK: A start tag named record

    /// A record, or an envelope whose start tag is filler.
    private mutating func candidate(_ tag: XMLMarkup, in window: ByteView, isWhole: Bool, isLast: Bool) -> Framing {
        switch RecordSearch.contents(after: tag, in: window, isLast: isWhole) {
        case .undecided: return .needsMore
        case .record(let start):
            (searched, isRecord) = (max(1, start), true)
            return recordPiece(in: window, isLast: isLast)
        case .empty(let end):
            return .piece(.record, length: end)
        case .envelope:
            ancestors.open(tag, in: window)
            return .piece(.filler, length: tag.end)
        case .nothing:
            return .piece(.unreadable, length: tag.end)
        }
    }

    /// A part of a record outside every record: its record lost its start tag, or it is the rest of one.
    ///
    /// What starts with a leader is read as a record; the rest of one stays as it is.
    private mutating func orphan(_ element: MARCXMLElement, in window: ByteView, isLast: Bool) -> Framing {
        (searched, isRecord) = (1, element == .leader)
        return recordPiece(in: window, isLast: isLast)
    }

    /// The piece from the window's start to the end of the record that starts there.
    private mutating func recordPiece(in window: ByteView, isLast: Bool) -> Framing {
        switch RecordSearch.end(in: window, from: searched, isLast: isLast, ancestors: ancestors) {
        case .found(let end) where end <= Self.longestRecord:
            return .piece(isRecord ? .record : .unreadable, length: end)
        case .notYet(let searched) where !isLast && window.count < Self.longestRecord:
            self.searched = searched
            return .needsMore
        case .found, .notYet:
            let length = min(window.count, Self.longestRecord)
            note(.recordTooLong, at: 0, found: window.slice(0, min(length, 100)), expected: "\(Self.longestRecord)")
            return .piece(.unreadable, length: length)
        }
    }
}
