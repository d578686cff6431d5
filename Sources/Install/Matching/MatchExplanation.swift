internal import Catalog
public import MARC

/// Which match points of a rule set two records agree in, and which not, with the values that were compared.
public struct MatchExplanation: Sendable, Equatable, Encodable {
    /// Values of the two records at one place.
    public struct Comparison: Sendable, Equatable, Encodable {
        /// What is compared, as the rules write it.
        public let term: String
        public let first: [String]
        public let second: [String]
        /// Whether some value is the same.
        public let agrees: Bool
    }

    /// One match point.
    public struct Point: Sendable, Equatable, Encodable {
        /// From 1.
        public let number: Int
        public let value: Comparison
        public let validations: [Comparison]
        /// Whether both records bear a key of the point, and one is the same.
        public let agrees: Bool
        /// False where both records have keys of earlier points, which decide.
        public let counts: Bool
    }

    public let points: [Point]

    /// Whether the two records match, all limits apart.
    public var matches: Bool { points.contains { $0.agrees && $0.counts } }

    /// What the rules make of two records.
    public init(_ first: Record, _ second: Record, rules: MatchRuleSet) {
        let earliest = max(Self.earliestPoint(first, rules), Self.earliestPoint(second, rules))
        points = rules.points.enumerated().map { index, point in
            let value = Self.comparison(point.value, first, second)
            let validations = point.validations.map { Self.comparison($0, first, second) }
            return Point(
                number: index + 1, value: value, validations: validations,
                agrees: value.agrees && validations.allSatisfy(\.agrees), counts: earliest >= index + 1)
        }
    }

    /// The first match point of which a record has a key; beyond the last where it has none.
    private static func earliestPoint(_ record: Record, _ rules: MatchRuleSet) -> Int {
        var columns = MatchColumns()
        let writer = rules.makeWriter()
        record.withView { writer.append($0, to: &columns) }
        return columns.facts(0).keys.first?.point ?? rules.points.count + 1
    }

    private static func comparison(_ term: MatchTerm, _ first: Record, _ second: Record) -> Comparison {
        let (mine, theirs) = (values(term, first), values(term, second))
        let bothLack = term.mayBeAbsent && mine.isEmpty && theirs.isEmpty
        return Comparison(
            term: term.description, first: mine, second: theirs,
            agrees: bothLack || !Set(mine).isDisjoint(with: theirs))
    }

    static func values(_ term: MatchTerm, _ record: Record) -> [String] {
        var values = MatchValues()
        record.withView { values.read(term, of: $0) }
        return (0..<values.count).map { values.text($0) }
    }
}

extension MatchExplanation {
    /// A line a match point, a line a validation of those points whose value agrees.
    public var lines: [String] {
        points.flatMap { point in
            ["\(point.number). \(point.value.sentence): \(point.outcome)"]
                + (point.value.agrees ? point.validations.map { "     \($0.sentence)" } : [])
        }
    }
}

extension MatchExplanation.Comparison {
    fileprivate var sentence: String {
        let values = agrees ? shared : "\(Self.list(first)) and \(Self.list(second)), not the same"
        return "\(term): \(values)"
    }

    private var shared: String {
        let both = first.filter(second.contains)
        return both.isEmpty ? "absent from both, which agrees" : "\(Self.list(both)) in both"
    }

    private static func list(_ values: [String]) -> String {
        values.isEmpty ? "none" : values.map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension MatchExplanation.Point {
    fileprivate var outcome: String {
        if !value.agrees { return "no match" }
        if !agrees { return "no match, for a validation point does not agree" }
        return counts ? "a match" : "does not count, for both records have keys of earlier match points"
    }
}
