/// How bad a defect is, by its consequence and not by how bad it feels.
public enum Severity: UInt8, Sendable, CaseIterable, Comparable {
    /// Worth knowing, of no consequence.
    case info
    /// A visible flaw.
    case minor
    /// Misleads patrons or hides the title from them.
    case major
    /// Cannot be installed.
    case critical

    public var name: String {
        switch self {
        case .info: "info"
        case .minor: "minor"
        case .major: "major"
        case .critical: "critical"
        }
    }

    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
