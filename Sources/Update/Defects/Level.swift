public import MARC

/// How good a record is, by the worst defect that it still has when scrub has repaired what can be repaired.
public enum Level: UInt8, Sendable, CaseIterable, Comparable {
    /// No defect, or only what is worth knowing.
    case clean
    /// A visible flaw.
    case minor
    /// Patrons are misled, or do not find the title.
    case major
    /// Cannot be installed.
    case critical

    /// The level of a record whose worst remaining defect is of that severity; nil for one that has none.
    public init(_ worst: Severity?) {
        switch worst {
        case nil, .info: self = .clean
        case .minor: self = .minor
        case .major: self = .major
        case .critical: self = .critical
        }
    }

    public var name: String {
        switch self {
        case .clean: "clean"
        case .minor: "minor"
        case .major: "major"
        case .critical: "critical"
        }
    }

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

/// What a profile does about the records of a level.
public struct LevelRule: Sendable, Equatable {
    public var level: Level
    /// `recordRejected` or `submissionHeld`.
    public var action: Action
    /// Only these kinds of records; all where the set is empty.
    public var kinds: Set<RecordKind>
    /// Why; it is reported.
    public var reason: String

    public init(level: Level, action: Action, kinds: Set<RecordKind> = [], reason: String) {
        self.level = level
        self.action = action
        self.kinds = kinds
        self.reason = reason
    }

    /// Whether the rule is about a record of that level and kind.
    public func concerns(_ level: Level, _ kind: RecordKind) -> Bool {
        level == self.level && (kinds.isEmpty || kinds.contains(kind))
    }
}
