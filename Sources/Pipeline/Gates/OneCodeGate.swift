internal import Catalog
internal import Update

/// One code on most records: a fault of the export, and not of 100,000 records. It is named whatever its severity; only what
/// misleads patrons or cannot be installed holds the submission, and only where the contributor's records were not so
/// before.
extension GateMeasurement {
    /// A code and what it touches.
    private struct Finding {
        let severity: Severity
        let measure: GateVerdict.Measure
    }

    /// nil where the gate is off.
    var oneCode: GateVerdict.Measure? {
        guard let limit = limits.oneCode?.limit else { return nil }
        let total = profile[.submission, "records"]
        let findings = profile.counts(in: .code).sorted { $0.key < $1.key }.compactMap { name, count in
            finding(name, count, total, limit)
        }
        let worst = findings.filter { $0.severity >= .major }.max { $0.measure.count < $1.measure.count }
        guard let named = worst ?? findings.max(by: { $0.measure.count < $1.measure.count }) else {
            return .init(
                gate: "one-code", count: 0, of: total, limitPercent: limit.percent, limitAtLeast: limit.atLeast,
                isOpen: true,
                message:
                    "no code touches more than \(Rounded.text(limit.percent)) % of the \(total) records, and more than "
                    + "\(limit.atLeast), unless it usually does")
        }
        var measure = named.measure
        measure.isOpen = worst == nil
        measure.details = findings.count > 1 ? findings.map(\.measure.message) : nil
        return measure
    }

    /// What a code comes to; nil where it stays within the limit, is repaired, or is of no consequence.
    private func finding(_ name: String, _ count: Int, _ total: Int, _ limit: GateLimits.Limit) -> Finding? {
        guard let code = DefectCodes.code(name), code.action != .repaired, code.action != .partDropped else {
            return nil
        }
        let severity = policy.exceptions[name]?.severity ?? code.severity
        guard severity >= .minor else { return nil }
        let measure = GateVerdict.Measure(
            gate: "one-code", count: count, of: total, limit: limit,
            usual: shares(of: anyHistory) { ($0[.code, name], $0[.submission, "records"]) },
            what: "\(name) touches \(count) of \(total) records: one fault of the export rather than of each record")
        return measure.isOpen ? nil : Finding(severity: severity, measure: measure)
    }
}
