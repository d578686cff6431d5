internal import Install

/// How a client's records are matched, as its file says it.
///
/// ```yaml
/// match: bc-union                 # or number-only, oclc-first
/// priority: [nwu, hbp]            # whose records are masters where encoding levels are the same
/// ```
/// or spelled out:
/// ```yaml
/// match:
///   limit: 500                    # a key borne by more records is ignored
///   points:
///     - value: 020$a isbn
///       agree: [245$a title first 10]
/// ```
extension ClientPlan {
    /// The client's rules; nil where it has none.
    static func matchRules(in map: YAMLMap) -> MatchRuleSet? {
        let priority = map.strings("priority")
        guard map.names.contains("match") else {
            if !priority.isEmpty { map.problem(at: "priority", "'priority' says nothing without 'match'") }
            return nil
        }
        var rules = map.holdsText("match") ? preset("match", in: map) : spelledOut(in: map)
        rules?.priority = priority
        return rules
    }

    private static func preset(_ key: String, in map: YAMLMap) -> MatchRuleSet? {
        map.word(key, among: MatchRuleSet.presetNames.map { ($0, MatchRuleSet.preset($0)) }) ?? nil
    }

    private static func spelledOut(in map: YAMLMap) -> MatchRuleSet? {
        guard let match = map.map("match") else { return nil }
        var rules = match.names.contains("preset") ? preset("preset", in: match) : MatchRuleSet.empty
        if let limit = match.integer("limit", in: 2...100_000) { rules?.limit = limit }
        for point in match.maps("points") {
            do {
                try rules?.addPoint(point.requiredString("value"), agree: point.strings("agree"))
            } catch {
                point.problem(at: "value", "\(error)")
            }
            point.finish()
        }
        match.finish()
        if rules?.isEmpty ?? false {
            map.problem(at: "match", "'match' expects a preset or points, as in 'match: bc-union'")
        }
        return rules
    }
}
