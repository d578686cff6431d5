public import MARC

/// A field, or one of its subfields, as a profile names it: `099`, `852$h`.
public struct FieldPart: Sendable, Equatable, CustomStringConvertible {
    public var tag: Tag
    /// nil for the field as a whole.
    public var subfield: UInt8?

    public init(_ tag: Tag, subfield: UInt8? = nil) {
        self.tag = tag
        self.subfield = subfield
    }

    /// `099` or `852$h`; nil where the text is neither.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard let tag = parts.first.flatMap({ Tag($0) }), tag.isWellFormed, parts.count <= 2 else { return nil }
        if parts.count == 1 {
            self.init(tag)
        } else {
            guard let code = parts[1].utf8.first, parts[1].utf8.count == 1, !tag.isControl else { return nil }
            self.init(tag, subfield: code)
        }
    }

    public var description: String { tag.description + (subfield.map { "$" + String(UnicodeScalar($0)) } ?? "") }

    /// Whether `record` has it, with more than blanks in it.
    public func isFilled(in record: RecordView) -> Bool {
        for field in record.fields where field.tag == tag {
            if tag.isControl {
                if field.value.contains(where: { $0 != 0x20 }) { return true }
                continue
            }
            for part in field.subfields where subfield.map({ $0 == part.code }) ?? true {
                if part.value.contains(where: { $0 != 0x20 }) { return true }
            }
        }
        return false
    }
}
