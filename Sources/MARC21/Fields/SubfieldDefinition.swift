/// One subfield of a field.
///
/// Source: the section "Subfield Codes" of each field's page.
public struct SubfieldDefinition: Sendable {
    /// The character after the delimiter, as in `a`.
    public let code: UInt8
    public let repeatability: Repeatability
    public let isObsolete: Bool
    let name: Label

    /// As in `Remainder of title`; empty where a local field names none.
    public var label: String { name.string }
}
