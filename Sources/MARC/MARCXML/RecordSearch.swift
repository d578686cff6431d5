/// Where the record that stands at the start of some bytes ends.
enum RecordSearch {
    /// What a start tag named `record` opens.
    enum Contents {
        /// A MARCXML record; its first leader or field stands at `offset`.
        case record(offset: Int)
        /// A record that holds nothing at all, up to `end`.
        case empty(end: Int)
        /// Another record comes first, or nothing of MARCXML at all.
        case envelope
        /// The input ends in or right after the tag.
        case nothing
        case undecided
    }

    /// Reads on from a start tag named `record` until it is clear what it holds.
    static func contents(after tag: XMLMarkup, in bytes: ByteView, isLast: Bool) -> Contents {
        if tag.kind == .emptyTag { return .empty(end: tag.end) }
        var index = tag.end
        var holdsOthers = false
        while let start = find(UInt8(ascii: "<"), in: bytes, from: index) {
            let markup = XMLMarkup.read(bytes, at: start, isLast: isLast)
            index = markup.end
            switch markup.kind {
            case .incomplete: return .undecided
            case .startTag, .emptyTag:
                let element = MARCXMLElement(bytes.slice(markup.name.lowerBound, markup.name.count))
                if element.isPartOfRecord { return .record(offset: start) }
                if element == .record { return .envelope }
                holdsOthers = true
            case .endTag:
                let name = bytes.slice(markup.name.lowerBound, markup.name.count)
                if MARCXMLElement(name) == .record { return holdsOthers ? .envelope : .empty(end: markup.end) }
            case .comment, .cdata, .instruction, .doctype, .text: break
            }
        }
        if !isLast { return .undecided }
        return holdsOthers ? .envelope : .nothing
    }

    enum End {
        case found(Int)
        /// There is no end among the bytes at hand; they need not be searched again before `searched`.
        case notYet(searched: Int)
    }

    /// The longest name, with its prefix, that is looked at.
    private static let longestName = 256

    /// The end of the record at the start of `bytes`: after its end tag, or before the next record.
    ///
    /// - Parameter from: where to begin, at least 1.
    static func end(in bytes: ByteView, from: Int, isLast: Bool, ancestors: OpenElements) -> End {
        var index = from
        while let start = find(UInt8(ascii: "<"), in: bytes, from: index) {
            if isField(bytes, at: start) {
                index = start + 2
                continue
            }
            guard isLast || bytes.count - start > longestName else { return .notYet(searched: start) }
            switch step(in: bytes, at: start, isLast: isLast) {
            case .on(let next): index = next
            case .more: return .notYet(searched: start)
            case .endTag(let markup): return .found(endOfRecord(markup, in: bytes, at: start, ancestors: ancestors))
            case .nextRecord: return .found(cut(bytes, before: start, ancestors: ancestors))
            }
        }
        if isLast { return .found(cut(bytes, before: bytes.count, ancestors: ancestors)) }
        return .notYet(searched: max(from, bytes.count))
    }

    /// Whether an unprefixed start or end tag of `leader`, `controlfield`, `datafield` or `subfield` surely stands at
    /// `start`: the common case, decided on two letters.
    @inline(__always)
    private static func isField(_ bytes: ByteView, at start: Int) -> Bool {
        guard start + 8 < bytes.count else { return false }
        let name = bytes[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
        switch bytes[name] {
        case UInt8(ascii: "s"): return bytes.slice(name, 5).equals("subfi")
        case UInt8(ascii: "d"): return bytes.slice(name, 5).equals("dataf")
        case UInt8(ascii: "c"): return bytes.slice(name, 5).equals("contr")
        case UInt8(ascii: "l"): return bytes.slice(name, 5).equals("leade")
        default: return false
        }
    }

    private enum Step {
        case on(Int)
        case more
        case endTag(XMLMarkup)
        case nextRecord
    }

    private static func step(in bytes: ByteView, at start: Int, isLast: Bool) -> Step {
        let next = start + 1 < bytes.count ? bytes[start + 1] : 0
        let isMarkup = next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        if !isMarkup, !isRecordTag(bytes, at: start) { return .on(start + 1) }
        let markup = XMLMarkup.read(bytes, at: start, isLast: isLast)
        switch markup.kind {
        case .incomplete: return .more
        case .startTag, .emptyTag: return .nextRecord
        case .endTag: return .endTag(markup)
        case .comment, .cdata, .instruction, .doctype, .text: return .on(markup.end)
        }
    }

    private static func isRecordTag(_ bytes: ByteView, at start: Int) -> Bool {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        let limit = min(bytes.count, index + longestName)
        while index < limit, !XMLName.ends(at: bytes[index]) { index += 1 }
        return MARCXMLElement(bytes.slice(nameStart, index - nameStart)) == .record
    }

    /// An end tag named `record` ends the record, unless it is that of an envelope around it, told by its prefix.
    private static func endOfRecord(
        _ markup: XMLMarkup, in bytes: ByteView, at start: Int, ancestors: OpenElements
    ) -> Int {
        let name = bytes.slice(markup.name.lowerBound, markup.name.count)
        let own = XMLMarkup.read(bytes, at: 0, isLast: true).name
        if bytes.slice(own.lowerBound, own.count).equals(name) || !ancestors.contains(name) { return markup.end }
        return cut(bytes, before: start, ancestors: ancestors)
    }

    /// Where a record that was never closed ends: before the end tag of an element around it, where no part of the
    /// record follows that, else at `limit`.
    private static func cut(_ bytes: ByteView, before limit: Int, ancestors: OpenElements) -> Int {
        let record = bytes.slice(0, limit)
        var cut = limit
        var index = 1
        while let start = find(UInt8(ascii: "<"), in: record, from: index) {
            let markup = XMLMarkup.read(record, at: start, isLast: true)
            index = markup.end
            let name = record.slice(markup.name.lowerBound, markup.name.count)
            if MARCXMLElement(name).isPartOfRecord {
                cut = limit
            } else if markup.kind == .endTag, cut == limit, ancestors.contains(name) {
                cut = start
            }
        }
        return cut
    }
}
