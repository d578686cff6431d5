internal import Glibc

/// One walk over the inside of a plain record, from the end of its start tag on.
///
/// Reads eight bytes at a time and never past `end`: text is followed by the record's end tag, so that where fewer than
/// eight bytes are left the record is not plain. Writes no more bytes than it has read, eight at a time too, so that
/// `target` must have room for as many bytes as the record's text has.
struct PlainWalk {
    private var at: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let prefix: ByteView
    private var hasLeader = false
    /// Where the record's data starts, and where its next byte goes.
    var dataStart: UnsafeMutablePointer<UInt8>
    var target: UnsafeMutablePointer<UInt8>

    init(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, prefix: ByteView, target: UnsafeMutablePointer<UInt8>
    ) {
        at = start
        self.end = end
        self.prefix = prefix
        dataStart = target
        self.target = target
    }

    /// Walks to the end of the record; false where something is not plain.
    mutating func run(_ leader: inout Leader, _ fields: inout [FieldEntry], _ subfields: inout [SubfieldEntry]) -> Bool
    {
        while true {
            skipSpace()
            guard skip("<") else { return false }
            if skip("/") { return skipPrefix() && skip("record>") && at == end && hasLeader }
            guard skipPrefix(), at < end else { return false }
            switch at.pointee {
            case UInt8(ascii: "d"): guard dataField(&fields, &subfields) else { return false }
            case UInt8(ascii: "c"): guard controlField(&fields, subfields.count) else { return false }
            default: guard skip("leader>"), readLeader(&leader) else { return false }
            }
        }
    }

    // MARK: Elements

    private mutating func readLeader(_ leader: inout Leader) -> Bool {
        guard !hasLeader, end - at > Leader.length else { return false }
        for index in 0..<Leader.length {
            let byte = at[index]
            if byte &- 0x20 >= 0x5F || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") { return false }
        }
        leader = Leader(UnsafeBufferPointer(start: at, count: Leader.length))
        at += Leader.length
        hasLeader = true
        return skip("</") && skipPrefix() && skip("leader>")
    }

    private mutating func controlField(_ fields: inout [FieldEntry], _ subfieldCount: Int) -> Bool {
        guard skip("controlfield tag="), let tag = quotedTag(), tag.isControl, skip(">") else { return false }
        let start = target
        guard text(), skip("</"), skipPrefix(), skip("controlfield>") else { return false }
        fields.append(
            FieldEntry(
                tag: tag, indicator1: 0, indicator2: 0, offset: UInt32(truncatingIfNeeded: start - dataStart),
                length: target - start, firstSubfield: UInt32(truncatingIfNeeded: subfieldCount), subfieldCount: 0))
        return true
    }

    private mutating func dataField(_ fields: inout [FieldEntry], _ subfields: inout [SubfieldEntry]) -> Bool {
        guard skip("datafield"), let start = fieldStart() else { return false }
        let offset = UInt32(truncatingIfNeeded: target - dataStart)
        let first = subfields.count
        while true {
            skipSpace()
            guard skip("<") else { return false }
            if skip("/") { break }
            guard skipPrefix(), skip("subfield code="), let code = quotedByte(), skip(">") else { return false }
            let valueStart = target
            guard text(), skip("</"), skipPrefix(), skip("subfield>") else { return false }
            subfields.append(
                SubfieldEntry(
                    code: code, offset: UInt32(truncatingIfNeeded: valueStart - dataStart),
                    length: target - valueStart))
        }
        fields.append(
            FieldEntry(
                tag: start.tag, indicator1: start.indicator1, indicator2: start.indicator2, offset: offset, length: 0,
                firstSubfield: UInt32(truncatingIfNeeded: first),
                subfieldCount: UInt32(truncatingIfNeeded: subfields.count - first)))
        return skipPrefix() && skip("datafield>")
    }

    /// The attributes of a data field, each once, in any order.
    private mutating func fieldStart() -> (tag: Tag, indicator1: UInt8, indicator2: UInt8)? {
        var (tag, indicator1, indicator2): (Tag?, UInt8?, UInt8?) = (nil, nil, nil)
        for _ in 0..<3 {
            guard skipSpace() > 0 else { return nil }
            if tag == nil, skip("tag=") {
                tag = quotedTag()
            } else if indicator1 == nil, skip("ind1=") {
                indicator1 = quotedByte()
            } else if indicator2 == nil, skip("ind2=") {
                indicator2 = quotedByte()
            } else {
                return nil
            }
        }
        guard let tag, let indicator1, let indicator2, !tag.isControl, skip(">") else { return nil }
        return (tag, indicator1, indicator2)
    }

    // MARK: Attributes

    private mutating func quotedTag() -> Tag? {
        guard end - at > 5, at[0] == UInt8(ascii: "\"") || at[0] == UInt8(ascii: "'"), at[4] == at[0] else {
            return nil
        }
        let tag = Tag(at[1], at[2], at[3])
        at += 5
        return tag.isWellFormed ? tag : nil
    }

    /// A printable ASCII character that needs no reference.
    private mutating func quotedByte() -> UInt8? {
        guard end - at > 3, at[0] == UInt8(ascii: "\"") || at[0] == UInt8(ascii: "'"), at[2] == at[0] else {
            return nil
        }
        let byte = at[1]
        at += 3
        return byte &- 0x20 < 0x5F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != at[-1]
            ? byte : nil
    }

    // MARK: Skipping

    @discardableResult
    @inline(__always) private mutating func skipSpace() -> Int {
        let start = at
        while at < end, XMLName.isSpace(at.pointee) { at += 1 }
        return at - start
    }

    @inline(__always) private mutating func skip(_ literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard end - at >= length, memcmp(at, literal.utf8Start, length) == 0 else { return false }
        at += length
        return true
    }

    @inline(__always) private mutating func skipPrefix() -> Bool {
        guard let base = prefix.baseAddress, prefix.count > 0 else { return true }
        guard end - at >= prefix.count, memcmp(at, base, prefix.count) == 0 else { return false }
        at += prefix.count
        return true
    }

    // MARK: Text

    /// Copies text up to the next `<`.
    @inline(__always) private mutating func text() -> Bool {
        while end - at >= 8 {
            let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
            let special = Self.special(UInt64(littleEndian: word))
            if special == 0 {
                at += 8
                target += 8
                continue
            }
            let plain = special.trailingZeroBitCount / 8
            at += plain
            target += plain
            if at.pointee == UInt8(ascii: "<") { return true }
            guard specialCharacter() else { return false }
        }
        return false
    }

    /// The lowest bit set is in the first byte that is `<`, `>`, `&`, below 20 hex or above 7F; higher ones may be wrong.
    @inline(__always) private static func special(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        // `<` and `>` differ in one bit.
        let less = (word | ones &* 2) ^ (ones &* UInt64(UInt8(ascii: ">")))
        let ampersand = word ^ (ones &* UInt64(UInt8(ascii: "&")))
        let isLess = (less &- ones) & ~less
        let isAmpersand = (ampersand &- ones) & ~ampersand
        let isControl = (word &- ones &* 0x20) & ~word
        return (isLess | isAmpersand | isControl | word) & tops
    }

    private mutating func specialCharacter() -> Bool {
        let byte = at.pointee
        let rest = UnsafeBufferPointer(start: at, count: min(end - at, 64))
        if byte >= 0x80 {
            guard let length = UTF8Sequence.length(rest, at: 0, end: rest.count) else { return false }
            memcpy(target, at, length)
            at += length
            target += length
            return true
        }
        if byte == UInt8(ascii: "&") { return reference(rest) }
        // `]]>` must not stand in text.
        if byte == UInt8(ascii: ">"), at[-1] == UInt8(ascii: "]"), at[-2] == UInt8(ascii: "]") { return false }
        guard byte == 0x0A || byte == 0x09 || byte == UInt8(ascii: ">") else { return false }
        target.pointee = byte
        at += 1
        target += 1
        return true
    }

    private mutating func reference(_ rest: ByteView) -> Bool {
        var text = XMLText(rest, 0..<rest.count, hasReferences: true)
        guard let piece = text.next(), piece.fault == nil, case .scalar(let scalar) = piece.meaning,
            let bytes = UTF8.encode(scalar)
        else { return false }
        for byte in bytes {
            target.pointee = byte
            target += 1
        }
        at += piece.source.count
        return true
    }
}
