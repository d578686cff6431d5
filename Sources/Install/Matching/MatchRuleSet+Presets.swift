extension MatchRuleSet {
    /// The rule sets that have names.
    public static let presetNames = ["bc-union", "number-only", "oclc-first"]

    /// The rule set of that name; nil where there is none.
    public static func preset(_ name: String) -> MatchRuleSet? {
        switch name {
        case "bc-union": bcUnion
        case "number-only": numberOnly
        case "oclc-first": oclcFirst
        default: nil
        }
    }

    /// The published algorithm of one real union catalogue: numbers, validated by the start of the title; then the title
    /// with its filing indicator, validated by type and form, part, main entry, publisher and year. What the validations
    /// ask for must be there: a record without 245 $h or $p never matches by its title.
    private static let bcUnion: MatchRuleSet = {
        let title = term("245$a title first 10")
        var points = ["022$a issn", "020$a isbn", "010$a lccn"].map {
            MatchPoint(value: term($0), validations: [title])
        }
        points.append(
            MatchPoint(
                value: term("245$ab filing"),
                validations: [
                    "leader/06-07 code", "245$h words first 10", "245$p words first 10",
                    "100|110|111$a words first 100",
                    "260|264$b any-word of 5", "260|264$c year",
                ].map(term)))
        return MatchRuleSet(points)
    }()

    /// Any number that agrees is enough.
    private static let numberOnly = MatchRuleSet(
        ["035$a oclc", "010$a lccn", "020$a isbn", "022$a issn"].map { MatchPoint(value: term($0)) })

    /// The OCLC number; where one of two records has none, the ISBN with the first three words of the title.
    private static let oclcFirst = MatchRuleSet([
        MatchPoint(value: term("035$a oclc")),
        MatchPoint(value: term("020$a isbn"), validations: [term("245$ab title of 3")]),
    ])

    /// A term of this file, which a test reads.
    private static func term(_ text: StaticString) -> MatchTerm {
        MatchTerm("\(text)") ?? MatchTerm(source: .leader(6...7), form: .code)
    }
}
