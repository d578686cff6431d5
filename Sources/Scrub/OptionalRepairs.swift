/// A repair that a person has to ask for, by the name that profiles have for it, because some library means what it would
/// change: `issn-form`.
public struct OptionalRepair: Hashable, Sendable, ExpressibleByStringLiteral {
    public let name: String

    public init(stringLiteral name: StaticString) { self.name = name.description }
}

/// The repairs that a profile asks for.
public struct OptionalRepairs: Sendable, Equatable, ExpressibleByArrayLiteral {
    private var chosen: Set<OptionalRepair>

    public init(_ repairs: some Sequence<OptionalRepair>) { chosen = Set(repairs) }

    public init(arrayLiteral repairs: OptionalRepair...) { chosen = Set(repairs) }

    public func contains(_ repair: OptionalRepair) -> Bool { chosen.contains(repair) }

    /// The names in the order of the alphabet.
    public var names: [String] { chosen.map(\.name).sorted() }

    /// Every repair that there is.
    public static let all = OptionalRepairs(ScrubRules.repairs)
}
