/// One piece of markup in bytes that may be damaged: what it is and where it ends.
///
/// Every rule bounds what a damaged piece can swallow: a tag ends before the next `<`, a comment or CDATA section that
/// holds another beginning of its kind was never closed, a processing instruction holds no `<`. Hence reading a file
/// piece by piece takes time in proportion to its length, whatever stands in it.
struct XMLMarkup {
    enum Kind {
        case startTag, emptyTag, endTag, comment, cdata, instruction, doctype
        /// A `<` that begins nothing: text. Or the beginning of a comment or CDATA section that is never closed.
        case text
        /// The bytes end before the markup does, and more may come.
        case incomplete
    }

    var kind: Kind
    /// The offset after the markup.
    var end: Int
    /// The name of a tag with its prefix, else empty.
    var name: Range<Int> = 0..<0
    /// Whether the markup is not as XML wants it.
    var isBroken = false

    /// The markup at `start`, where a `<` stands.
    ///
    /// - Parameter isLast: nothing follows `bytes`; then the answer is never `.incomplete`.
    static func read(_ bytes: ByteView, at start: Int, isLast: Bool) -> XMLMarkup {
        guard start + 1 < bytes.count else { return isLast ? text(after: start) : incomplete(start) }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "!") { return readDeclaration(bytes, at: start, isLast: isLast) }
        if next == UInt8(ascii: "?") { return readInstruction(bytes, at: start, isLast: isLast) }
        return readTag(bytes, at: start, isLast: isLast)
    }

    private static func text(after start: Int, length: Int = 1) -> XMLMarkup {
        XMLMarkup(kind: .text, end: start + length, isBroken: true)
    }
    private static func incomplete(_ start: Int) -> XMLMarkup { XMLMarkup(kind: .incomplete, end: start) }

    // MARK: Tags

    private static func readTag(_ bytes: ByteView, at start: Int, isLast: Bool) -> XMLMarkup {
        let isEnd = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isEnd ? 2 : 1)
        guard nameStart < bytes.count else { return isLast ? text(after: start) : incomplete(start) }
        guard XMLName.starts(with: bytes[nameStart]) else { return text(after: start) }
        var nameEnd = nameStart + 1
        while nameEnd < bytes.count, !XMLName.ends(at: bytes[nameEnd]) { nameEnd += 1 }
        guard let close = closeOfTag(bytes, from: nameEnd, isLast: isLast) else { return incomplete(start) }
        let isEmpty = !isEnd && !close.isBroken && close.end - nameEnd >= 2 && bytes[close.end - 2] == UInt8(ascii: "/")
        return XMLMarkup(
            kind: isEnd ? .endTag : isEmpty ? .emptyTag : .startTag, end: close.end,
            name: nameStart..<nameEnd, isBroken: close.isBroken)
    }

    /// Where a tag ends: after its `>`, or before a `<`, which no tag may hold. In the second case the first `>`
    /// counts, even one inside quotation marks.
    private static func closeOfTag(_ bytes: ByteView, from start: Int, isLast: Bool) -> (end: Int, isBroken: Bool)? {
        var quote: UInt8 = 0
        var quotedClose: Int?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") { return (quotedClose ?? index, true) }
            if byte == UInt8(ascii: ">") {
                if quote == 0 { return (index + 1, false) }
                quotedClose = quotedClose ?? index + 1
            } else if byte == quote {
                quote = 0
            } else if quote == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            index += 1
        }
        return isLast ? (quotedClose ?? index, true) : nil
    }

    // MARK: What begins with <! and <?

    private static func readDeclaration(_ bytes: ByteView, at start: Int, isLast: Bool) -> XMLMarkup {
        let rest = bytes.slice(start, bytes.count - start)
        if rest.starts(with: "<!--") {
            return readSection(bytes, at: start, .comment, opening: "<!--", closing: "-->", isLast: isLast)
        }
        if rest.starts(with: "<![CDATA[") {
            return readSection(bytes, at: start, .cdata, opening: "<![CDATA[", closing: "]]>", isLast: isLast)
        }
        if rest.starts(with: "<!DOCTYPE") { return readDoctype(bytes, at: start, isLast: isLast) }
        return rest.count < 9 && !isLast ? incomplete(start) : text(after: start)
    }

    private static func readSection(
        _ bytes: ByteView, at start: Int, _ kind: Kind, opening: StaticString, closing: StaticString, isLast: Bool
    ) -> XMLMarkup {
        var index = start + opening.utf8CodeUnitCount
        while index < bytes.count {
            let byte = bytes[index]
            if byte == closing.utf8Start[0], bytes.slice(index, closing.utf8CodeUnitCount).equals(closing) {
                return XMLMarkup(kind: kind, end: index + closing.utf8CodeUnitCount)
            }
            if byte == UInt8(ascii: "<"), bytes.slice(index, opening.utf8CodeUnitCount).equals(opening) {
                return text(after: start, length: opening.utf8CodeUnitCount)
            }
            index += 1
        }
        return isLast ? text(after: start, length: opening.utf8CodeUnitCount) : incomplete(start)
    }

    private static func readInstruction(_ bytes: ByteView, at start: Int, isLast: Bool) -> XMLMarkup {
        var index = start + 2
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") { return text(after: start) }
            if byte == UInt8(ascii: ">"), index > start + 2, bytes[index - 1] == UInt8(ascii: "?") {
                return XMLMarkup(kind: .instruction, end: index + 1)
            }
            index += 1
        }
        return isLast ? text(after: start) : incomplete(start)
    }

    /// A document type declaration with its internal subset. One that is never closed ends before the first tag
    /// outside quotation marks, or takes all bytes there are.
    private static func readDoctype(_ bytes: ByteView, at start: Int, isLast: Bool) -> XMLMarkup {
        var depth = 0
        var index = start + 9
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: ">") where depth == 0: return XMLMarkup(kind: .doctype, end: index + 1)
            case UInt8(ascii: "<") where index + 1 < bytes.count && XMLName.starts(with: bytes[index + 1]):
                return XMLMarkup(kind: .doctype, end: index, isBroken: true)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = endOfLiteral(bytes, from: index, isLast: isLast) else { return incomplete(start) }
                index = end
            case UInt8(ascii: "<") where bytes.slice(index, 4).equals("<!--"):
                let comment = read(bytes, at: index, isLast: isLast)
                if comment.kind == .incomplete { return incomplete(start) }
                if comment.kind == .comment { index = comment.end - 1 }
            default: break
            }
            index += 1
        }
        return isLast ? XMLMarkup(kind: .doctype, end: bytes.count, isBroken: true) : incomplete(start)
    }

    /// The longest literal that a document type declaration is believed to hold, in bytes.
    private static let longestLiteral = 4096

    /// The offset of the quotation mark that closes the one at `start`; `start` where none is near. nil where the bytes
    /// end too early to tell, and more may come.
    private static func endOfLiteral(_ bytes: ByteView, from start: Int, isLast: Bool) -> Int? {
        let near = bytes.slice(0, min(bytes.count, start + longestLiteral))
        if let end = find(bytes[start], in: near, from: start + 1) { return end }
        return isLast || near.count == start + longestLiteral ? start : nil
    }
}
