/// A subfield that holds codes by position: $7 of linking entries, series and reproductions, $w of authority tracings.
public struct CodedSubfield: Sendable {
    public let firstTag: UInt32
    /// The last of the fields whose subfield this is.
    public let lastTag: UInt32
    /// The subfield's code.
    public let code: UInt8
    /// The positions; a value may end before the last one.
    public let layout: FixedFieldLayout
}
