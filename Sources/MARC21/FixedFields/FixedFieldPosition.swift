/// One element of a leader, a fixed field or a coded subfield: where it stands and what it may hold.
///
/// Source: the section "Character Positions" of the leader's, 006's, 007's and 008's pages.
public struct FixedFieldPosition: Sendable {
    /// The first character position, from 0.
    public internal(set) var first: Int
    /// The last character position; the same as ``first`` for an element of one character.
    public internal(set) var last: Int
    /// Characters of one code: less than ``count`` for an element that holds several codes.
    public internal(set) var unit: Int
    /// The codes and what they mean.
    public internal(set) var codes: CodeTable
    /// The shape that the element may have besides its codes.
    public internal(set) var pattern: FixedFieldPattern?
    /// The fill character `|` over the whole element is allowed.
    public internal(set) var allowsFill = false
    /// Holds blanks or fill characters only.
    public internal(set) var isUndefined = false
    /// Set by whatever program writes the record.
    public internal(set) var isComputed = false
    /// 008/18-34 in the bibliographic format: described by a variant.
    public internal(set) var isVariant = false
    /// Defined elsewhere, as 006/01-04 of books is 008/18-21.
    public internal(set) var isByReference = false
    /// The number of the list among ``CodeList/all``, from 0; -1 for none.
    var listNumber = -1
    var name: Label
    var remark = Label.none
    var sameAs = Label.none

    /// As in `Target audience`.
    public var label: String { name.string }

    /// A remark of the format on the use of the element.
    public var note: String? { remark.isEmpty ? nil : remark.string }

    /// The list that the element takes its codes from, besides ``codes``.
    public var list: CodeList? { listNumber < 0 ? nil : CodeList.all[listNumber] }

    /// Characters that the element takes.
    @inlinable public var count: Int { last &- first &+ 1 }

    /// Neither codes nor a list nor a pattern: the format does not say what stands here.
    var isOpen: Bool { codes.entries.isEmpty && listNumber < 0 && pattern == nil && !isUndefined }
}
