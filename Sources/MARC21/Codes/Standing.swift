/// What a format says of a code, an indicator value, a subfield or a field.
public enum Standing: UInt8, Sendable, Comparable {
    /// Defined today.
    case current
    /// The format does not say: the content of a few obsolete fields, of 880 and of embedded holdings is not listed.
    case notStated
    /// Once defined, found in old records.
    case obsolete
    /// Never defined.
    case undefined

    @inlinable public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}
