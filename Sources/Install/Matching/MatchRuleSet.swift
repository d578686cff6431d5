public import Catalog
internal import MARC
public import Update

/// A client's match rules: match points in their order, the limit, and the order of contributors for the choice of masters.
///
/// Rules are data. As text, a line a fact; the database keeps them so:
/// ```
/// limit 500
/// priority nwu hbp
/// point 022$a issn
/// agree 245$a title first 10
/// ```
public struct MatchRuleSet: Sendable, Equatable {
    var points: [MatchPoint]
    /// A key borne by more records than this is ignored.
    public var limit = 500
    /// Symbols of contributors, those first whose records are to be masters.
    public var priority: [String] = []

    init(_ points: [MatchPoint]) { self.points = points }

    /// Keys bear the number of their point in a byte.
    static let pointsAtMost = 200
}

extension MatchRuleSet {
    /// Reads what ``text`` writes.
    ///
    /// - Throws: `MatchRuleProblem` naming the line that is none.
    public init(text: String) throws(MatchRuleProblem) {
        self.init([])
        for line in text.split(separator: "\n") {
            let (word, rest) = Self.parts(line)
            switch word {
            case "limit": limit = Int(rest) ?? limit
            case "priority": priority = rest.split(separator: " ").map(String.init)
            case "point": points.append(MatchPoint(value: try Self.term(rest)))
            case "agree" where !points.isEmpty: points[points.count - 1].validations.append(try Self.term(rest))
            default: throw MatchRuleProblem("no line of match rules: '\(line)'")
            }
        }
    }

    private static func parts(_ line: Substring) -> (Substring, Substring) {
        guard let blank = line.firstIndex(of: " ") else { return (line, "") }
        return (line[..<blank], line[line.index(after: blank)...])
    }

    private static func term(_ text: Substring) throws(MatchRuleProblem) -> MatchTerm {
        guard let term = MatchTerm(text) else {
            throw MatchRuleProblem("'\(text)' is not what can be compared; expected \(MatchTerm.expectation)")
        }
        return term
    }

    /// Adds a match point from its texts.
    public mutating func addPoint(_ value: String, agree validations: [String]) throws(MatchRuleProblem) {
        var point = MatchPoint(value: try Self.term(value[...]))
        for validation in validations { point.validations.append(try Self.term(validation[...])) }
        guard points.count < Self.pointsAtMost else {
            throw MatchRuleProblem("more than \(Self.pointsAtMost) match points; leave some out")
        }
        points.append(point)
    }

    /// No match points yet.
    public static let empty = MatchRuleSet([])

    public var isEmpty: Bool { points.isEmpty }
}

extension MatchRuleSet: ClusterRules {
    public var text: String {
        var lines = ["limit \(limit)"]
        if !priority.isEmpty { lines.append("priority " + priority.joined(separator: " ")) }
        for point in points {
            lines.append("point \(point.value)")
            for validation in point.validations { lines.append("agree \(validation)") }
        }
        return lines.joined(separator: "\n")
    }

    public var numbers: [RecordKey] {
        let forms = Set(points.map(\.value.form))
        let all: [(MatchForm, RecordKey)] = [(.isbn, .isbn), (.issn, .issn), (.lccn, .lccn), (.oclc, .oclc)]
        return all.filter { forms.contains($0.0) }.map(\.1)
    }

    public func makeWriter() -> any MatchFactWriter { MatchKeyWriter(self) }
}

/// What is wrong with match rules, in one sentence.
public struct MatchRuleProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
