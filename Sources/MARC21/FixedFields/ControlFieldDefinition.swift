/// A control field, with the elements of the fixed ones.
public struct ControlFieldDefinition: Sendable {
    public let tag: UInt32
    public let repeatability: Repeatability
    public let isObsolete: Bool
    /// Characters of the field; nil where it has no fixed length or each variant has its own.
    public let length: Int?
    /// The shape of the whole field: 005.
    public let pattern: FixedFieldPattern?
    /// The elements that all variants share; none in 006 and 007.
    public let layout: FixedFieldLayout
    /// The shapes of 006, 007 and 008.
    public let variants: Definitions<FixedFieldVariant>
    let name: Label
    let list: Label

    /// As in `Fixed-Length Data Elements`.
    public var label: String { name.string }

    /// The name of the code list that the field's content comes from, where it is not part of these tables: 003.
    public var listName: String? { list.isEmpty ? nil : list.string }

    /// The shape of 008 in a record with these characters in leader/06 and leader/07; nil where the type of record is
    /// not defined or the field has no such variants.
    @inlinable public func variant(leader06: UInt8, leader07: UInt8) -> FixedFieldVariant? {
        variants.first { $0.applies(leader06: leader06, leader07: leader07) }
    }

    /// The shape of a 006 or 007 that starts with `first`; nil where the character is not defined.
    @inlinable public func variant(first: UInt8) -> FixedFieldVariant? { variants.first { $0.applies(first: first) } }

    /// The shape named `id`, as in `BK`.
    public func variant(_ id: String) -> FixedFieldVariant? { variants.first { $0.id == id } }
}
