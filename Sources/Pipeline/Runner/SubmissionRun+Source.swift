internal import Update

/// The contributor's source, from which new files come into the drop folder before anything is collected.
extension SubmissionRun {
    var source: SourceRun { SourceRun(environment: environment, client: client, contributor: contributor) }

    /// What a submission collected now would be.
    private var todaysMode: Mode { environment.workspace.profiles[contributor.profile]?.mode ?? pipeline.mode }

    /// Fetches what is new; nil where there is no source.
    ///
    /// - Throws: `StageFailure`, where the source could not be collected from; the defect stands in the submission's own
    ///   `defects.jsonl`.
    func fetch() throws -> SourceRun.Fetched? {
        do {
            return try source.fetch(todaysMode)
        } catch let failure as SourceFailure {
            try writeUncollected([failure.defect] + (try missingDelivery().map { [$0] } ?? []))
            throw StageFailure(stage: .ingest, cause: failure.description)
        }
    }

    /// Fetches what may take the place of a submission that waits for a person. That submission stays as it is where the
    /// source cannot be reached.
    func fetchCorrection() {
        do {
            _ = try source.fetch(todaysMode)
        } catch {
            environment.observer(.notice("\(contributor.symbol): \(error)"))
        }
    }

    /// Notes that the source had nothing new; a failure to fetch that passed is forgotten.
    func reportNothing(_ fetched: SourceRun.Fetched?) throws {
        let defects = try [fetched?.defectOfNothing, missingDelivery()].compactMap { $0 }
        if !defects.isEmpty { try writeUncollected(defects) }
        let rows = try environment.ledger.submissions(
            client: client.name, period: period, contributor: contributor.symbol)
        if try folder.facts() == nil, rows.contains(where: { $0.state == .failed || $0.state == .working }) {
            try environment.ledger.removeSubmission(
                client: client.name, period: period, contributor: contributor.symbol)
        }
    }

    private func writeUncollected(_ defects: [Defect]) throws {
        let policy = environment.workspace.profiles[contributor.profile]?.policy ?? DefectPolicy()
        try folder.writeUncollected(
            defects.filter { policy.exceptions[$0.code.name]?.isOff != true }, client: client.name,
            contributor: contributor.symbol)
    }
}
