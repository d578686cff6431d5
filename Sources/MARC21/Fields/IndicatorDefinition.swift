/// One of the two indicators of a field: its label and the values that it may have.
///
/// Source: the section "Indicators" of each field's page.
public struct IndicatorDefinition: Sendable {
    /// Whether the format lists values at all: not for 880, embedded holdings and a few obsolete fields.
    public let isStated: Bool
    /// The values and what they mean.
    public let values: CodeTable
    let name: Label

    static let notStated = IndicatorDefinition(isStated: false, values: .empty, name: .none)

    /// As in `Nonfiling characters`; empty where none is given.
    public var label: String { name.string }

    /// The values that the format defines today.
    @inlinable public var allowed: ASCIISet { values.currentCharacters }

    /// The values that it once defined.
    @inlinable public var obsolete: ASCIISet { values.obsoleteCharacters }

    /// A position that holds nothing: its only value is a blank, which means "undefined".
    public var isUndefined: Bool {
        allowed.count == 1 && allowed.contains(0x20) && values.entry(0x20)?.label == "Undefined"
    }

    /// `notStated` where the format lists no values.
    @inlinable public func standing(of value: UInt8) -> Standing {
        isStated ? values.standing(of: value) : .notStated
    }
}
