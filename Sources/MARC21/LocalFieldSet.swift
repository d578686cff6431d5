/// The local fields of an institution, and the subfields that it adds to standard fields. Profiles name such a set.
public struct LocalFieldSet: Sendable {
    /// The institution's own fields, in the order of their tags; a few have letters in the tag.
    public let fields: Definitions<FieldDefinition>
    /// Standard fields with the subfields that the institution adds to them, in the order of their tags; only tag and
    /// subfields are meaningful.
    public let extensions: Definitions<FieldDefinition>
    let key: Label
    let heading: Label

    /// Every set, in the order of the table.
    public static var all: Definitions<LocalFieldSet> { tables.sets }

    /// The set named `name`, as in `DNB`.
    public static func named(_ name: String) -> LocalFieldSet? { all.first { $0.name == name } }

    /// The short name, as in `OCLC`.
    public var name: String { key.string }

    /// As in `Deutsche Nationalbibliothek`.
    public var institution: String { heading.string }

    /// The institution's own field `tag`; nil where it has none.
    public func field(_ tag: UInt32) -> FieldDefinition? { Self.find(tag, in: fields) }

    /// The subfield that the institution adds to the standard field `tag`; nil where it adds none of this code.
    public func addedSubfield(_ code: UInt8, to tag: UInt32) -> SubfieldDefinition? {
        Self.find(tag, in: extensions)?.subfield(code)
    }

    private static func find(_ tag: UInt32, in fields: Definitions<FieldDefinition>) -> FieldDefinition? {
        var low = 0
        var high = fields.count
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].tag < tag { low = middle + 1 } else { high = middle }
        }
        return low < fields.count && fields[low].tag == tag ? fields[low] : nil
    }

    /// Everything that was read from the table.
    struct Tables: Sendable {
        let sets: Definitions<LocalFieldSet>
        let rejectedLines: Definitions<Int>
    }

    static let tables = LocalParser.tables()
}
