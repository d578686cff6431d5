internal import Catalog
internal import Update

/// Whether control numbers are still of the scheme in which the contributor has sent before. Under a new scheme every record
/// would be added a second time, and a full load would delete all the old ones.
extension GateMeasurement {
    /// Numbers of a form that was never sent before; nil where the gate is off, or nothing was sent before.
    var numberForms: GateVerdict.Measure? {
        guard let limit = limits.numbers?.limit else { return nil }
        var known: [String: Int] = [:]
        for earlier in anyHistory { known.merge(earlier.profile.counts(in: .controlNumber), uniquingKeysWith: +) }
        let sum = known.values.reduce(0, +)
        guard sum > limit.atLeast || !declaredForms.isEmpty else { return nil }
        for form in declaredForms { known[form] = max(sum, 1) }
        // What was on fewer than one in a hundred records was a slip, not a scheme.
        let schemes = known.filter { $0.value * 100 >= sum }
        let found = profile.counts(in: .controlNumber)
        let total = found.values.reduce(0, +)
        let strange = found.filter { schemes[$0.key] == nil }
        let count = strange.values.reduce(0, +)
        return .init(
            gate: "number-form", count: count, of: total, limit: limit,
            what: "\(count) of \(total) control numbers have a form that the contributor has not sent before"
                + (count > 0 ? " (\(Self.forms(strange)) instead of \(Self.forms(schemes)))" : ""))
    }

    /// Records whose number the database knows, where usually more are known; nil where the gate is off or nothing can be
    /// expected.
    var numbersKnown: GateVerdict.Measure? {
        guard let limit = limits.numbers?.limit, let usual = usuallyKnown else { return nil }
        let total = plan.known + plan.unknown
        let share = Rounded.percent(plan.known, of: total)
        let least = usual.share * (100 - limit.percent) / 100
        let missing = Int((usual.share / 100 * Double(total)).rounded()) - plan.known
        let isOpen = share >= least || missing <= limit.atLeast
        return .init(
            gate: "numbers-known", count: max(0, missing), of: total, limitPercent: limit.percent,
            limitAtLeast: limit.atLeast, isOpen: isOpen,
            message: "\(plan.known) of \(total) control numbers are known from before (\(Rounded.text(share)) %; usual "
                + "\(usual.words)); the limit is \(Rounded.text(least)) %, and more than \(limit.atLeast) records that ought "
                + "to be known" + (isOpen ? "" : "; the scheme of the control numbers seems to have changed"),
            history: usual.history)
    }

    private var usuallyKnown: (share: Double, words: String, history: GateVerdict.History?)? {
        let total = plan.known + plan.unknown
        guard plan.installed > 0, total > 0 else { return nil }
        let shares = history.compactMap { earlier -> (String, Double)? in
            let counts = earlier.version.counts
            let known = counts.replaced + counts.unchanged + counts.deleted
            let sum = known + counts.added + counts.deleteNotHeld
            return counts.rowsBefore == 0 || sum == 0 ? nil : (earlier.version.period, Rounded.percent(known, of: sum))
        }
        if !shares.isEmpty {
            let history = GateVerdict.History(shares)
            return (history.median, history.text(unit: " %"), history)
        }
        guard mode == .full else { return nil }
        let share = min(100, Rounded.percent(plan.installed, of: total))
        return (share, "\(Rounded.text(share)) %, for the database has \(plan.installed)", nil)
    }

    private static func forms(_ counts: [String: Int]) -> String {
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
        return most.joined(separator: ", ") + (counts.count > 3 ? " and others" : "")
    }
}
