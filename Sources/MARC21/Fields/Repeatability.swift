/// Whether a field or subfield may occur several times: R or NR in the format's pages.
public enum Repeatability: UInt8, Sendable {
    case repeatable
    case notRepeatable
    /// Some obsolete fields and subfields: the format does not say.
    case notStated
}
