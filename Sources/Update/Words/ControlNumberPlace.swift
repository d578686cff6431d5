public import MARC

/// Where a contributor's records carry the number that identifies them, as the profile says: `001`, `907$a`, `035$a`.
public struct ControlNumberPlace: Sendable, Equatable {
    public var tag: Tag
    /// nil for a control field.
    public var subfield: UInt8?

    public init(tag: Tag = "001", subfield: UInt8? = nil) {
        self.tag = tag
        self.subfield = subfield
    }

    /// `001` or `035$a`; nil where the text is neither.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard let tag = parts.first.flatMap({ Tag($0) }), parts.count <= 2 else { return nil }
        if parts.count == 1 {
            guard tag.isControl else { return nil }
            self.init(tag: tag)
        } else {
            guard let code = parts[1].utf8.first, parts[1].utf8.count == 1, !tag.isControl else { return nil }
            self.init(tag: tag, subfield: code)
        }
    }

    /// The number as it stands in the record, without the blanks around it; nil where there is none.
    public func number(in record: RecordView) -> ByteView? {
        // A delete list has nothing but 001, whatever the profile says of records.
        guard let field = record.first(tag) ?? (record.leader.isDeleted ? record.first("001") : nil) else { return nil }
        let value = field.tag.isControl ? field.value : field.subfield(Unicode.Scalar(subfield ?? 0x61))
        guard let value else { return nil }
        var (first, last) = (0, value.count)
        while first < last, value[first] == 0x20 { first += 1 }
        while last > first, value[last - 1] == 0x20 { last -= 1 }
        return first < last ? value.slice(first, last - first) : nil
    }
}
