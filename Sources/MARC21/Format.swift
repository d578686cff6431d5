/// One of the MARC 21 formats as data. Looking something up takes a few nanoseconds and never fails in any other way
/// than by saying that the format does not define it.
///
/// Source: MARC 21 Format for Bibliographic Data, for Holdings Data, for Authority Data (Library of Congress, Network
/// Development and MARC Standards Office).
public struct Format: Sendable {
    /// The format for bibliographic data.
    public static let bibliographic = FormatParser.format(.bibliographic, seeing: nil)
    /// The format for holdings data; its 007 is that of the bibliographic format.
    public static let holdings = FormatParser.format(.holdings, seeing: bibliographic)
    /// The format for authority data.
    public static let authority = FormatParser.format(.authority, seeing: nil)

    /// Every field that the format lists, control fields and obsolete ones included, in the order of their tags.
    public let fields: Definitions<FieldDefinition>
    /// The control fields with the elements of the fixed ones.
    public let controlFields: Definitions<ControlFieldDefinition>
    /// The 24 positions of the leader.
    public let leader: FixedFieldLayout
    /// Subfields that hold codes by position, as $7 of 760–787.
    public let codedSubfields: Definitions<CodedSubfield>
    /// By the number that a tag writes: the number of its field in ``fields``, from 1, or 0.
    @usableFromInline let slots: Definitions<UInt16>
    /// The numbers of the lines of the table that could not be read: none, as a test proves.
    let rejectedLines: Definitions<Int>

    /// The field `tag`, current or obsolete; nil where the format does not define it.
    @inlinable public func field(_ tag: UInt32) -> FieldDefinition? {
        guard let number = Self.number(tag) else { return nil }
        let slot = slots[number]
        return slot == 0 ? nil : fields[Int(slot) &- 1]
    }

    /// The definition to judge the content of a field by: that of the holdings format for embedded holdings data in a
    /// bibliographic record, else the format's own.
    @inlinable public func described(_ tag: UInt32) -> FieldDefinition? {
        guard let own = field(tag), own.seesHoldings else { return field(tag) }
        return Format.holdings.field(tag) ?? own
    }

    /// Whether `tag` is left to local definition: 9XX and X9X but for 490, and tags that are not three digits. The
    /// obsolete definitions that the formats keep for 090 or 590 say nothing about records of today.
    ///
    /// Source: MARC 21 Format for Bibliographic Data, Introduction, "Local fields".
    @inlinable public static func isLocal(_ tag: UInt32) -> Bool {
        let nine = UInt32(UInt8(ascii: "9"))
        guard number(tag) != nil else { return true }
        return tag &>> 16 == nine || tag &>> 8 & 0xFF == nine && tag != 0x0034_3930
    }

    /// The control field `tag`; nil where the format has none of this tag.
    public func controlField(_ tag: UInt32) -> ControlFieldDefinition? {
        controlFields.first { $0.tag == tag }
    }

    /// The codes by position in subfield `code` of field `tag`; nil where it has none.
    public func codedSubfield(_ tag: UInt32, _ code: UInt8) -> CodedSubfield? {
        codedSubfields.first { $0.code == code && $0.firstTag <= tag && tag <= $0.lastTag }
    }

    /// 0 to 999 for a tag of three digits.
    @inlinable static func number(_ tag: UInt32) -> Int? {
        let hundreds = tag &>> 16 &- 0x30
        let tens = (tag &>> 8 & 0xFF) &- 0x30
        let ones = (tag & 0xFF) &- 0x30
        guard hundreds < 10, tens < 10, ones < 10 else { return nil }
        return Int(hundreds &* 100 &+ tens &* 10 &+ ones)
    }
}
