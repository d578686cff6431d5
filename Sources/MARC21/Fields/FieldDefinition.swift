/// What a format says of one field: label, repeatability, indicators and subfields.
///
/// A tag is a number of three ASCII characters, the first in the highest of the three bytes: `245` is `0x00323435`.
public struct FieldDefinition: Sendable {
    public let tag: UInt32
    public let repeatability: Repeatability
    public let isObsolete: Bool
    /// Embedded holdings data: the holdings format defines indicators and subfields. See ``Format/described(_:)``.
    public let seesHoldings: Bool
    /// 880: indicators and subfields are those of the field that $6 names.
    public let isLinked880: Bool
    /// Every subfield of the field, obsolete ones included, ordered by code; empty where the format lists none.
    public let subfields: Definitions<SubfieldDefinition>
    /// The codes of all of ``subfields``.
    public let definedSubfields: ASCIISet
    /// Of these the obsolete ones.
    public let obsoleteSubfields: ASCIISet
    /// Those of which the format says R.
    public let repeatableSubfields: ASCIISet
    /// Those of which it says NR.
    public let notRepeatableSubfields: ASCIISet
    /// Which indicator counts nonfiling characters: 1, 2, or 0 for neither.
    public let nonfilingIndicator: UInt8
    /// Which indicator says that $2 names a source: 1, 2, or 0 for neither.
    public let sourceIndicator: UInt8
    /// The value of ``sourceIndicator`` that requires $2, mostly `7`.
    public let sourceIndicatorValue: UInt8
    /// In holdings, the enumeration field of a caption field and the other way round (853 and 863); 0 for none.
    public let pairedTag: UInt32
    @usableFromInline let indicators: Definitions<IndicatorDefinition>
    let name: Label

    /// As in `Title Statement`.
    public var label: String { name.string }

    /// 001 to 009: a field without indicators and subfields.
    @inlinable public var isControlField: Bool { tag & 0x00FF_FF00 == 0x0030_3000 }

    @inlinable public var indicator1: IndicatorDefinition { indicators[0] }
    @inlinable public var indicator2: IndicatorDefinition { indicators[1] }

    /// `notStated` where the format lists no subfields; in 880 only $6 is stated.
    @inlinable public func standing(ofSubfield code: UInt8) -> Standing {
        if definedSubfields.contains(code) { return obsoleteSubfields.contains(code) ? .obsolete : .current }
        return definedSubfields.isEmpty || isLinked880 ? .notStated : .undefined
    }

    /// The subfield `code`, current or obsolete; nil where the field does not list it.
    @inlinable public func subfield(_ code: UInt8) -> SubfieldDefinition? {
        definedSubfields.contains(code) ? subfields[definedSubfields.rank(of: code)] : nil
    }
}
