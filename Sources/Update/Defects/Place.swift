public import MARC

/// A place inside a record: as much of it as applies.
public struct FieldPlace: Sendable, Equatable {
    /// `LDR` for the leader.
    public var tag: Tag?
    /// Among the fields with this tag, from 1.
    public var occurrence: Int?
    /// 1 or 2.
    public var indicator: Int?
    public var subfield: UInt8?
    /// 0-based character position of a fixed field.
    public var position: Int?

    public init(
        tag: Tag? = nil, occurrence: Int? = nil, indicator: Int? = nil, subfield: UInt8? = nil, position: Int? = nil
    ) {
        self.tag = tag
        self.occurrence = occurrence
        self.indicator = indicator
        self.subfield = subfield
        self.position = position
    }

    /// The record as a whole.
    public static let record = FieldPlace()

    /// A position of the leader.
    public static func leader(_ position: Int? = nil) -> FieldPlace { FieldPlace(tag: "LDR", position: position) }
}

extension FieldView {
    /// The place of this field, or of a part of it.
    public func place(indicator: Int? = nil, subfield: UInt8? = nil, position: Int? = nil) -> FieldPlace {
        FieldPlace(tag: tag, occurrence: occurrence, indicator: indicator, subfield: subfield, position: position)
    }
}
