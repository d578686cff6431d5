public import MARC

/// One condition under which a record is out of scope: a character of the leader or of a control field.
///
/// A profile writes it as `LDR/06=rop` (three-dimensional artifacts, kits, mixed material) or `008/23=os` (online).
public struct ScopeCondition: Sendable, Equatable {
    /// `LDR` for the leader, else a control field; the first of several counts.
    public var tag: Tag
    /// 0-based.
    public var position: Int
    /// The characters that put a record out of scope; `#` stands for a blank.
    public var characters: [UInt8]

    /// `LDR/06=rop`; nil where the text has another shape.
    public init?(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1)
        let place = sides.first?.split(separator: "/") ?? []
        guard sides.count == 2, place.count == 2, let tag = Tag(place[0]), tag == "LDR" || tag.isControl,
            let position = Int(place[1]), (0...999).contains(position)
        else { return nil }
        self.tag = tag
        self.position = position
        characters = sides[1].utf8.map { $0 == UInt8(ascii: "#") ? 0x20 : $0 }
    }

    /// The character that puts `record` out of scope; nil where the record does not fit.
    func character(in record: RecordView) -> UInt8? {
        guard let found = Self.byte(tag, position, in: record), characters.contains(found) else { return nil }
        return found
    }

    private static func byte(_ tag: Tag, _ position: Int, in record: RecordView) -> UInt8? {
        if tag == "LDR" { return position < Leader.length ? record.leader[position] : nil }
        return record.fixed(tag, position...position)?.first
    }
}
