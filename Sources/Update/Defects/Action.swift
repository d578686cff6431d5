/// What Holdfast did about a defect.
public enum Action: UInt8, Sendable, CaseIterable, Comparable {
    case noted
    case repaired
    case partDropped
    case recordRejected
    case submissionHeld
    case rolledBack

    public var name: String {
        switch self {
        case .noted: "noted"
        case .repaired: "repaired"
        case .partDropped: "part-dropped"
        case .recordRejected: "record-rejected"
        case .submissionHeld: "submission-held"
        case .rolledBack: "rolled-back"
        }
    }

    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    public static func < (left: Action, right: Action) -> Bool { left.rawValue < right.rawValue }
}
