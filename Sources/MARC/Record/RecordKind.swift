/// Which MARC 21 format a record follows, as its leader/06 says.
public enum RecordKind: UInt8, Sendable, CaseIterable {
    case bibliographic = 0
    case holdings = 1
    case authority = 2

    /// `u v x y` holdings, `z` authority, everything else, valid or not, bibliographic.
    public init(leaderType: UInt8) {
        switch leaderType {
        case UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "y"): self = .holdings
        case UInt8(ascii: "z"): self = .authority
        default: self = .bibliographic
        }
    }

    /// The word for people and for the database.
    public var name: String {
        switch self {
        case .bibliographic: "bibliographic"
        case .holdings: "holdings"
        case .authority: "authority"
        }
    }
}
