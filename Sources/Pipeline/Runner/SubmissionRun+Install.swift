internal import Catalog
internal import Foundation
internal import Inspect
internal import Install
internal import Update

/// Install and inspect: one transaction, proved before it commits.
extension SubmissionRun {
    /// What install would do, without changing anything.
    func measurePlan(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt) throws
        -> GateMeasurement.Plan
    {
        let verdicts = try SpoolReader(path: validated.file(StageFile.verdicts), kind: .verdicts)
        let plan = try InstallPlan.measure(
            verdicts: verdicts, store: try openStore(), submission: catalogFacts(collected, releasesAbsence: false))
        return GateMeasurement.Plan(
            installed: plan.counts.rowsBefore, deletes: plan.counts.deleted, absent: plan.absent,
            unidentifiable: plan.unidentifiable)
    }

    func install(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt, _ gate: GateVerdict, _ profile: Profile)
        throws
    {
        let store = try openStore()
        let facts = catalogFacts(collected, releasesAbsence: gate.releasesAbsence)
        let records = try SpoolReader(path: scrubbed.file(StageFile.records), kind: .records)
        let verdicts = try SpoolReader(path: validated.file(StageFile.verdicts), kind: .verdicts)
        let inspection = Inspection(
            records: records, verdicts: verdicts, earlier: [collected.attempt, scrubbed, validated].map(\.summary.defects))
        // As install notes it.
        let input = "\(records.checksum) \(verdicts.checksum)"
        let installed = try attempt(.install, input: input, profile) { pending, context in
            try InstallRun.run(
                records: records, verdicts: verdicts, store: store, submission: facts, context: context,
                inspect: { try inspection.prove($0) }
            ).summary
        }
        _ = try attempt(.inspect, input: installed.summary.input, profile) { pending, context in
            try inspection.confirm(store: store, submission: facts, context: context)
        }
    }

    private func openStore() throws -> SQLiteCatalog {
        let path = environment.workspace.path(client.database)
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        return try SQLiteCatalog(path: path)
    }

    private func catalogFacts(_ collected: CollectedSubmission, releasesAbsence: Bool) -> SubmissionFacts {
        SubmissionFacts(
            contributor: contributor.symbol, contributorName: contributor.name, period: period, mode: collected.facts.mode,
            checksum: collected.attempt.summary.input, unreadablePieces: collected.attempt.summary.unreadable,
            releasesAbsence: releasesAbsence)
    }
}

extension GateVerdict {
    /// Whether a person has let deletes by absence pass in spite of records that cannot be identified.
    var releasesAbsence: Bool { releasedSpool == spool && released?["unidentifiable"] != nil }
}
