internal import Catalog
internal import Install
internal import Update

/// What running a submission would do.
extension SubmissionRun {
    /// Takes the submission through scrub, validate and gates, and rehearses its install; in a trial environment alone.
    func plan(_ tell: (PlanLine) throws -> Void) throws {
        let symbol = contributor.symbol
        if let settled = try settledState() {
            return try tell(.ended(symbol, "it is \(settled.0.rawValue)" + (settled.1.isEmpty ? "" : ": \(settled.1)")))
        }
        guard let collected = try collect() else { return try tell(.ended(symbol, "nothing was delivered")) }
        let profile = try pinnedProfile(collected.facts)
        let scrubbed = try scrub(collected.attempt, profile)
        let validated = try validate(scrubbed, profile, collected.facts.mode)
        let gate = try measureGates(collected, scrubbed, validated, profile)
        for measure in gate.measures { try tell(.gate(symbol, measure)) }
        let isNew = try rehearse(collected, scrubbed, validated, gate, profile, tell)
        try tell(.ended(symbol, try outcome(collected, gate, isNew: isNew)))
    }

    private func outcome(_ collected: CollectedSubmission, _ gate: GateVerdict, isNew: Bool) throws -> String {
        if !isNew { return "it is installed already, and nothing would change" }
        if let earlier = try heldBefore(collected.facts.mode) {
            return "it would wait behind \(client.name)/\(earlier.period), which is held"
        }
        return gate.passes
            ? "it would be installed" : "it would be held: \(gate.closed.map(\.message).joined(separator: "; "))"
    }

    private func rehearse(
        _ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt, _ gate: GateVerdict,
        _ profile: Profile, _ tell: (PlanLine) throws -> Void
    ) throws -> Bool {
        let symbol = contributor.symbol
        return try InstallRun.rehearse(
            records: SpoolReader(path: scrubbed.file(StageFile.records), kind: .records),
            verdicts: SpoolReader(path: validated.file(StageFile.verdicts), kind: .verdicts), store: openStore(),
            submission: catalogFacts(collected, releasesAbsence: gate.releasesAbsence),
            context: context(.install, "", profile)
        ) { rehearsal in
            try rehearsal.forEachDifference { try tell(.record(symbol, VersionDifference($0))) }
            for move in try rehearsal.clusterMoves() { try tell(.clusters(symbol, move)) }
            try tell(.counts(symbol, rehearsal))
        }
    }
}
