/// The formats in which records are sent.
public enum SourceFormat: UInt8, Sendable, CaseIterable {
    case iso2709 = 0
    case marcxml = 1
    /// A control number a line, or a table with a column of them.
    case deleteList = 2
    /// MARC-in-JSON: an object, an array of them, or one a line.
    case marcjson = 3
    /// MARCMaker's mnemonic form.
    case mrk = 4
    case alephSequential = 5

    /// Whether its text is always Unicode, whatever the leader says.
    public var isUnicode: Bool { self == .marcxml || self == .marcjson }

    /// The word on the command line and in reports.
    public var name: String {
        switch self {
        case .iso2709: "iso2709"
        case .marcxml: "marcxml"
        case .deleteList: "delete-list"
        case .marcjson: "marcjson"
        case .mrk: "mrk"
        case .alephSequential: "alephseq"
        }
    }
}
