public import Catalog
public import Update

/// What became of a submission that was to be installed.
public struct InstallOutcome: Sendable {
    /// The version that stands in the client database.
    public let version: CatalogVersion
    public let summary: StageSummary
    /// False where the submission was installed already and nothing was changed.
    public let isNew: Bool
}

/// The install stage: applies one submission in one transaction.
///
/// The version row with counts and summary is part of the transaction. Run again after a crash, the stage finds the
/// version, changes nothing and writes its files anew; run on a submission that was scrubbed or validated afresh, it
/// replaces the version.
public enum InstallRun {
    /// - Parameters:
    ///   - records: scrub's spool.
    ///   - verdicts: validate's spool on those records.
    ///   - context: `defects.jsonl` is written into its folder before anything is committed.
    ///   - inspect: proves the result on the open transaction.
    /// - Throws: whatever spools, store or inspect throw; the database is then as it was. `CatalogRefusal` where a later
    ///   submission of the contributor stands on the version to be replaced.
    public static func run(
        records: SpoolReader, verdicts: SpoolReader, store: any CatalogStore, submission: SubmissionFacts,
        context: StageContext, inspect: InspectHook
    ) throws -> InstallOutcome {
        let input = input(records, verdicts)
        let earlier = try store.reading().version(
            forSubmission: submission.checksum, contributor: submission.contributor, period: submission.period)
        if let earlier, earlier.input == input {
            let report = InstallReport(version: earlier, records: records, submission: submission, context: context)
            return InstallOutcome(version: earlier, summary: try report.rewrite(from: store.reading()), isNew: false)
        }
        return try store.install(submission, input: input, replacing: earlier?.id) { transaction in
            let intake = try apply(records, verdicts, of: submission, to: transaction, context)
            if intake.deletesAbsent(submission) { try transaction.deleteAbsent(kinds: intake.kinds) }
            try transaction.settle()
            let report = InstallReport(
                version: transaction.version, records: records, submission: submission, context: context)
            let summary = try report.write(from: transaction, intake, transaction.clusterCounts)
            try transaction.keep(summary: InstallReport.text(of: summary), verdict: "")
            let verdict = try inspect(
                OpenInstall(transaction: transaction, committed: store.reading(), submission: submission))
            try transaction.keep(summary: transaction.version.summary, verdict: verdict)
            return InstallOutcome(version: transaction.version, summary: summary, isNew: true)
        }
    }

    /// The checksum of what install reads.
    static func input(_ records: SpoolReader, _ verdicts: SpoolReader) -> String {
        "\(records.checksum) \(verdicts.checksum)"
    }

    /// Reads and prepares rows on all threads; this thread writes them in their order.
    static func apply(
        _ records: SpoolReader, _ verdicts: SpoolReader, of submission: SubmissionFacts,
        to transaction: any InstallTransaction, _ context: StageContext
    ) throws -> InstallIntake {
        var intake = InstallIntake()
        var done = 0
        let (rules, map) = (transaction.matchRules, submission.holdings)
        try OrderedPipeline.run(
            threads: context.threads, over: 0..<records.blockCount,
            transform: { block in
                RowBatch(
                    of: try verdicts.validated(block: block, on: try records.scrubbed(block: block)), matching: rules,
                    holdings: map)
            },
            consume: { batch in
                try transaction.apply(batch)
                intake.take(batch)
                done += batch.count
                context.progress(done)
            })
        return intake
    }
}
