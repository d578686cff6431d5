/// Cuts JSON into records in MARC-in-JSON: one object, an array of them, one a line, or any of these inside other JSON.
///
/// A record is an object of which a name is `leader`, with a text, or `fields`, with an array of objects that are named
/// by tags. What is around the records is filler. A record that is not closed ends before the next one.
///
/// Source: Ross Singer, "A proposal to serialize MARC in JSON", 2010.
public struct MARCJSONFramer: Sendable {
    /// The longest record, in bytes.
    public static let longestRecord = FieldEntry.longest

    /// How far the record at the window's start has been searched for its end; 0 where none was begun.
    private var searched = 0
    private var depth = 0
    private var isInString = false
    /// Whether an object was met that holds records and is none.
    private var hasEnvelope = false

    public init() {}

    /// What stands at the start of `window`.
    ///
    /// - Parameter isLast: the input ends where `window` does.
    public mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        if window.isEmpty { return isLast ? .end : .needsMore }
        if searched > 0 { return record(in: window, isLast: isLast) }
        let isWhole = isLast || window.count >= Self.longestRecord
        var index = 0
        while let start = find(UInt8(ascii: "{"), in: window, from: index) {
            switch MARCJSONShape.contents(of: window, at: start, isLast: isWhole) {
            case .record:
                if start > 0 { return between(window.slice(0, start)) }
                return record(in: window, isLast: isLast)
            case .undecided: return start > 0 ? between(window.slice(0, start)) : .needsMore
            case .other:
                hasEnvelope = true
                index = start + 1
            }
        }
        return between(window)
    }

    /// What lies between records: nothing but what JSON puts there, or the rest of an envelope, is filler.
    private func between(_ bytes: ByteView) -> Framing {
        let isFiller = hasEnvelope || bytes.allSatisfy(Self.isPunctuation)
        return .piece(isFiller ? .filler : .unreadable, length: bytes.count)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): true
        // The byte order mark of UTF-8, and the mark between the texts of a JSON text sequence (RFC 7464).
        case 0xEF, 0xBB, 0xBF, 0x1E: true
        default: JSONCursor.isSpace(byte)
        }
    }

    /// The piece from the window's start to the brace that closes the record, or to the next record.
    private mutating func record(in window: ByteView, isLast: Bool) -> Framing {
        var index = max(searched, 1)
        if searched == 0 { (depth, isInString) = (1, false) }
        while index < window.count, index < Self.longestRecord {
            let byte = window[index]
            if byte == UInt8(ascii: "{") {
                switch MARCJSONShape.startsRecord(window, at: index, isLast: isLast) {
                case .record: return finish(index)
                case .undecided: return wait(index)
                case .other: if !isInString { depth += 1 }
                }
            } else if isInString {
                if byte == UInt8(ascii: "\\") {
                    guard index + 1 < window.count || isLast else { return wait(index) }
                    index += 1
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return finish(index + 1) }
            }
            index += 1
        }
        if window.count >= Self.longestRecord { return finish(Self.longestRecord, as: .unreadable) }
        return isLast ? finish(window.count) : wait(index)
    }

    private mutating func finish(_ length: Int, as kind: Piece = .record) -> Framing {
        searched = 0
        return .piece(kind, length: length)
    }

    private mutating func wait(_ index: Int) -> Framing {
        searched = index
        return .needsMore
    }

    /// Whether a record begins among the first bytes of a file.
    public static func findsRecord(in head: ByteView) -> Bool {
        var index = 0
        while let start = find(UInt8(ascii: "{"), in: head, from: index) {
            if case .record = MARCJSONShape.contents(of: head, at: start, isLast: true) { return true }
            index = start + 1
        }
        return false
    }
}

/// What kind of object stands at a brace.
enum MARCJSONShape {
    enum Contents {
        case record, other
        /// The bytes end before it is clear.
        case undecided
    }

    /// Values of other names before `leader` and `fields` are looked at up to this length, in bytes.
    private static let longestAside = 1024

    /// Whether the object at `start` is a record, by its names.
    static func contents(of bytes: ByteView, at start: Int, isLast: Bool) -> Contents {
        var cursor = JSONCursor(bytes, at: start + 1)
        let unclear: Contents = isLast ? .other : .undecided
        while true {
            guard let quote = cursor.peek() else { return unclear }
            guard quote == UInt8(ascii: "\"") else { return .other }
            let name = cursor.index + 1
            guard cursor.skipString() else { return bytes.count - name > longestAside ? .other : unclear }
            let key = bytes.slice(name, cursor.index - 1 - name)
            guard let colon = cursor.peek() else { return unclear }
            guard colon == UInt8(ascii: ":") else { return .other }
            cursor.index += 1
            guard let value = cursor.peek() else { return unclear }
            if key.equals("leader") || key.equals("fields") {
                let found = key.equals("leader") ? leader(value) : fields(cursor, isLast: isLast)
                if found != .other { return found }
            }
            let valueStart = cursor.index
            let near = bytes.slice(0, min(bytes.count, valueStart + longestAside))
            var aside = JSONCursor(near, at: valueStart)
            guard aside.skipValue(), !holdsRecord(near.slice(valueStart, aside.index - valueStart)) else {
                return near.count == bytes.count && !isLast ? .undecided : .other
            }
            cursor.index = aside.index
            guard let next = cursor.peek() else { return unclear }
            guard next == UInt8(ascii: ",") else { return .other }
            cursor.index += 1
        }
    }

    private static func leader(_ value: UInt8) -> Contents { value == UInt8(ascii: "\"") ? .record : .other }

    /// `fields` of a record: an empty array, or one of objects whose first name has three characters.
    private static func fields(_ place: JSONCursor, isLast: Bool) -> Contents {
        var cursor = place
        let unclear: Contents = isLast ? .other : .undecided
        guard cursor.take(UInt8(ascii: "[")) else { return .other }
        guard let first = cursor.peek() else { return unclear }
        guard first == UInt8(ascii: "{") else { return .other }
        cursor.index += 1
        guard let quote = cursor.peek(), cursor.index + 4 < cursor.bytes.count else { return unclear }
        return quote == UInt8(ascii: "\"") && cursor.bytes[cursor.index + 4] == UInt8(ascii: "\"") ? .record : .other
    }

    private static func holdsRecord(_ value: ByteView) -> Bool {
        guard value.first == UInt8(ascii: "{") || value.first == UInt8(ascii: "[") else { return false }
        for index in value.indices where value[index] == UInt8(ascii: "\"") {
            let rest = value.slice(index, value.count - index)
            if rest.starts(with: "\"leader\"") || rest.starts(with: "\"fields\"") { return true }
        }
        return false
    }

    /// Whether what stands at the brace can only be the start of a record, even inside a text: its first name is
    /// `leader` or `fields`, in quotation marks that no text may hold.
    static func startsRecord(_ bytes: ByteView, at start: Int, isLast: Bool) -> Contents {
        var cursor = JSONCursor(bytes, at: start + 1)
        let unclear: Contents = isLast ? .other : .undecided
        guard let quote = cursor.peek() else { return unclear }
        guard quote == UInt8(ascii: "\"") else { return .other }
        guard cursor.index + 8 <= bytes.count else { return unclear }
        let name = bytes.slice(cursor.index, 8)
        guard name.equals("\"leader\"") || name.equals("\"fields\"") else { return .other }
        cursor.index += 8
        guard let colon = cursor.peek() else { return unclear }
        return colon == UInt8(ascii: ":") ? .record : .other
    }
}
