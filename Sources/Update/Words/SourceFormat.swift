/// The formats in which records are sent.
public enum SourceFormat: UInt8, Sendable, CaseIterable {
    case iso2709 = 0
    case marcxml = 1
    /// A control number a line.
    case deleteList = 2

    /// The word on the command line and in reports.
    public var name: String {
        switch self {
        case .iso2709: "iso2709"
        case .marcxml: "marcxml"
        case .deleteList: "delete-list"
        }
    }
}
