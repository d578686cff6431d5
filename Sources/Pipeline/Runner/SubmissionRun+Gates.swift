internal import Foundation
internal import Update

/// The gates, between validate and install.
extension SubmissionRun {
    /// Measures the gates, keeps what was measured in `gate.json`, and with it what a person has released.
    func measureGates(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt, _ profile: Profile)
        throws
        -> GateVerdict
    {
        let earlier = try folder.gate()
        // What was installed already was measured against the database as it stood before.
        if forcedFrom == nil, let earlier, earlier.spool == validated.summary.output,
            try isInstalled(collected, scrubbed, validated)
        {
            return earlier
        }
        let limits = profile.gates.completed(by: pipeline.gates)
        let history = try readHistory(collected, limits)
        let measurement = GateMeasurement(
            limits: limits, mode: collected.facts.mode, encoding: profile.encoding,
            declaredForms: profile.controlNumberForms, policy: profile.policy,
            validate: validated.summary, plan: try measurePlan(collected, scrubbed, validated),
            profile: try fieldProfile(collected, scrubbed, validated), history: history.ofMode, anyHistory: history.any,
            holds: try HoldingDefects.of([collected.attempt, scrubbed, validated]))
        let verdict = GateVerdict(
            measures: measurement.measures, spool: validated.summary.output, released: earlier?.released,
            releasedSpool: earlier?.releasedSpool)
        if verdict != earlier { try folder.write(verdict) }
        return verdict
    }
}

extension SubmissionFolder {
    /// What the gates measured last; nil before they did.
    public func gate() throws -> GateVerdict? {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(GateVerdict.fileName)") else { return nil }
        return try JSONDecoder().decode(GateVerdict.self, from: data)
    }

    func write(_ gate: GateVerdict) throws {
        try Durably.replace("\(path)/\(GateVerdict.fileName)", with: try JSONText.bytes(gate))
    }
}
