/// A place in a leader or fixed field whose content is not current.
public struct FixedFieldFault: Sendable, Equatable {
    /// The first character position concerned, from 0 at the start of the field.
    public let first: Int
    /// The last character position concerned.
    public let last: Int
    /// `obsolete` or `undefined`.
    public let standing: Standing
}
