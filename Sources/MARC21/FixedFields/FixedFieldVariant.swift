/// One shape of 006, 007 or 008: for books, for maps, for sound recordings.
public struct FixedFieldVariant: Sendable {
    /// The elements of this shape; in 008 only 18–34.
    public let layout: FixedFieldLayout
    /// Characters of the field, in 007; nil where the field's own length applies.
    public let length: Int?
    /// A second length that is allowed, in 007 of electronic resources and motion pictures.
    public let otherLength: Int?
    let identifier: Label
    let name: Label
    @usableFromInline let conditions: Definitions<Condition>

    /// `BK CF MP MU CR VM MX`, in 007 the category of material.
    public var id: String { identifier.string }

    /// As in `Continuing resources`.
    public var label: String { name.string }

    /// When the variant applies: every set contains the character in its place.
    @usableFromInline struct Condition: Sendable {
        @usableFromInline var leader06 = ASCIISet.all
        @usableFromInline var leader07 = ASCIISet.all
        @usableFromInline var first = ASCIISet.all
    }

    /// Whether the variant is that of a record with these characters in leader/06 and leader/07 (008).
    @inlinable public func applies(leader06: UInt8, leader07: UInt8) -> Bool {
        conditions.contains { $0.leader06.contains(leader06) && $0.leader07.contains(leader07) }
    }

    /// Whether the variant is that of a field that starts with `first` (006, 007).
    @inlinable public func applies(first: UInt8) -> Bool { conditions.contains { $0.first.contains(first) } }

    /// The characters in leader/06 or at the start of the field for which the variant may apply.
    public var types: ASCIISet {
        ASCIISet(
            (0...127).filter { byte in
                conditions.contains { $0.leader06.contains(byte) && $0.first.contains(byte) }
            })
    }
}
