/// How a record's bytes stand in the database: ISO 2709, or MARCXML where the record is above ISO 2709's limits.
public enum RecordForm: UInt8, Sendable, CaseIterable {
    case iso2709 = 0
    case marcxml = 1

    /// The word in the database.
    public var name: StaticString {
        switch self {
        case .iso2709: "iso2709"
        case .marcxml: "marcxml"
        }
    }
}
