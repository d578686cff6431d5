/// A way for two records to match: a value that both have, and validation points that must all agree.
struct MatchPoint: Sendable, Equatable {
    /// What must agree: a number or a text.
    var value: MatchTerm
    /// What must agree besides. A record that lacks one never matches by this point, unless the validation says `or-absent`.
    var validations: [ValidationPoint] = []
}

/// What must agree besides a match point's value; where it gives several values, any of them.
typealias ValidationPoint = MatchTerm
