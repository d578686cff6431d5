internal import MARC
internal import Update

/// Judges pairs of records with one identity by the rules for them.
struct SetAsideJudge: Sendable {
    private let rules: [any SetAsideRule]

    init(_ settings: ValidateSettings) {
        rules = ValidateRules.all(settings).compactMap { rule in
            if case .setAside(let rule) = rule.shown { rule } else { nil }
        }
    }

    /// Reports on the earlier record of `pair`, at its place.
    func judge(_ pair: SetAsidePair, log: inout DefectLog) {
        pair.earlier.control.withUnsafeBufferPointer { log.begin(pair.earlier.origin, control: $0) }
        for rule in rules { rule.judge(pair, log: &log) }
    }
}
