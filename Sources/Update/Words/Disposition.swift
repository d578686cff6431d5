/// The one state in which a collected record ends; between stages it is `passed`.
public enum Disposition: UInt8, Sendable, CaseIterable, Codable {
    case passed = 0
    case added = 1
    case replaced = 2
    case unchanged = 3
    case deleted = 4
    case deleteNotHeld = 5
    case duplicate = 6
    case rejected = 7
    case outOfScope = 8
    case held = 9
    case refused = 10
    case superseded = 11
    case rolledBack = 12

    /// The word in summaries and reports, `delete-not-held`.
    public var name: String {
        switch self {
        case .passed: "passed"
        case .added: "added"
        case .replaced: "replaced"
        case .unchanged: "unchanged"
        case .deleted: "deleted"
        case .deleteNotHeld: "delete-not-held"
        case .duplicate: "duplicate"
        case .rejected: "rejected"
        case .outOfScope: "out-of-scope"
        case .held: "held"
        case .refused: "refused"
        case .superseded: "superseded"
        case .rolledBack: "rolled-back"
        }
    }
}
