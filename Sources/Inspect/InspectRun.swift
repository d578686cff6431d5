public import Catalog
public import Update

/// The inspect stage: proves that the database holds what was validated and that nothing else changed, on the open
/// transaction before it commits, and briefly again after.
public enum InspectRun {
    /// Blocks of records that are looked at again after the commit.
    private static let blocksAfter = 4

    /// Inspects an install on its open transaction.
    ///
    /// ```swift
    /// InstallRun.run(…) { open in
    ///     try InspectRun.prove(open, records: records, verdicts: verdicts, defects: tally, context: context).approved()
    /// }
    /// ```
    ///
    /// - Parameter defects: what the stages before reported of the submission.
    public static func prove(
        _ open: OpenInstall, records: SpoolReader, verdicts: SpoolReader, defects: DefectTally, context: StageContext
    ) throws -> InspectReport {
        let version = open.transaction.version
        var inspection = Inspection(
            reading: open.transaction, committed: open.committed, version: version, submission: open.submission,
            rules: open.transaction.matchRules, transaction: open.transaction,
            imagesBefore: try open.transaction.sumsOfImagesBefore(version.id))
        var checks: [any InspectCheck] = [
            EveryRecordIsThere(), DeletedRecordsAreGone(), try RejectedIsNotAbsent(inspection), AbsentRecordsAreGone(),
            BooksBalance(), SumsAgree(), NothingElseChanged(), RowsWrittenAreIntended(), HoldingsHaveTheirRecord(),
            KnownItemsAreFound(inspection, records: records.recordCount),
        ]
        if inspection.rules != nil { checks.append(ClustersAreThoseOfTheRecords(records: records.recordCount)) }
        var report = InspectReport()
        let pass = InspectPass(records: records, verdicts: verdicts, context: context)
        try pass.run(&checks, on: &inspection, blocks: Array(0..<records.blockCount), into: &report)
        let before = try submission(before: version, in: open.transaction).flatMap { InspectVerdict($0.verdict) }
        report.verdict.submissionDefects = defects
        report.verdict.trend = DefectTrend(before: before?.submissionDefects, now: defects)
        report.sumUp(inspection, install: version.summary)
        return report
    }

    /// The contributor's version before that was made from a submission.
    private static func submission(before version: CatalogVersion, in reading: any CatalogReading) throws
        -> CatalogVersion?
    {
        var before = try reading.version(before: version)
        while let found = before, found.cause != .submission { before = try reading.version(before: found) }
        return before
    }

    /// Looks again at a committed version as readers see it: its row, its books, and a sample of its records.
    ///
    /// - Returns: the verdict kept with the version, with what was found now.
    public static func confirm(
        _ version: CatalogVersion, store: any CatalogStore, records: SpoolReader, verdicts: SpoolReader,
        submission: SubmissionFacts, context: StageContext
    ) throws -> InspectReport {
        var report = InspectReport()
        report.verdict = InspectVerdict(version.verdict) ?? report.verdict
        var inspection = Inspection(
            reading: try store.reading(), committed: nil, version: version, submission: submission)
        let blocks = Set((0..<blocksAfter).map { records.blockCount * $0 / blocksAfter }).sorted()
        let sample = blocks.filter { $0 < records.blockCount }
        var checks: [any InspectCheck] = [
            VersionIsCommitted(), EveryRecordIsThere(), DeletedRecordsAreGone(),
            KnownItemsAreFound(inspection, records: BatchLimit.records * sample.count),
        ]
        let pass = InspectPass(records: records, verdicts: verdicts, context: context)
        try pass.run(&checks, on: &inspection, blocks: sample, into: &report)
        return report
    }
}

/// One reading of blocks of the submission, each record shown to every check with what stands in the database.
struct InspectPass {
    let records: SpoolReader
    let verdicts: SpoolReader
    let context: StageContext

    /// Rows are made anew from the spools on all threads; this thread reads the database.
    func run(
        _ checks: inout [any InspectCheck], on inspection: inout Inspection, blocks: [Int],
        into report: inout InspectReport
    ) throws {
        let (records, verdicts, rules) = (self.records, self.verdicts, inspection.rules)
        let map = inspection.submission.holdings
        var done = 0
        try OrderedPipeline.run(
            threads: context.threads, over: blocks,
            transform: { block in
                InspectBlock(try verdicts.validated(block: block, on: try records.scrubbed(block: block)), rules, map)
            },
            consume: { block in
                try show(block, to: &checks, &inspection, &report)
                done += block.rows.count
                context.progress(done)
            })
        var log = DefectLog(files: records.tail.files)
        for index in checks.indices {
            try checks[index].finish(inspection, &log)
            report.verdict.checked[type(of: checks[index]).name, default: 0] += checks[index].checked
        }
        report.add(log.defects)
    }

    private func show(
        _ block: InspectBlock, to checks: inout [any InspectCheck], _ inspection: inout Inspection,
        _ report: inout InspectReport
    ) throws {
        let rows = block.rows
        let stored = try inspection.reading.stored(rows, of: inspection.version.contributor) { index in
            let row = rows.rows[index]
            return !row.isUnidentifiable && (row.disposition == .passed || row.disposition == .rejected)
        }
        // What a profile says of codes does not apply: no check may be silenced.
        var log = DefectLog(files: records.tail.files)
        for index in rows.rows.indices {
            inspection.intake.take(rows.rows[index])
            rows.withControlNumber(index) { log.begin(block.origins[index], control: $0) }
            let pair = RowPair(
                expected: rows, stored: stored, index: index, version: inspection.version.id,
                isFaithful: !block.unfaithful.contains(index))
            for check in checks.indices { checks[check].see(pair, &log) }
        }
        report.add(log.defects)
    }
}

/// A block of the submission as its rows, made anew from the spools.
private struct InspectBlock: Sendable {
    let origins: [RecordOrigin]
    let rows: RowBatch
    /// Of every hundredth record: those whose stored form does not say what was validated.
    let unfaithful: [Int]

    init(_ batch: consuming Batch<Validated>, _ rules: (any ClusterRules)?, _ map: HoldingsMap?) {
        let rows = RowBatch(of: batch, matching: rules, holdings: map)
        self.rows = rows
        unfaithful = rows.rows.indices.filter { index in
            let row = rows.rows[index]
            guard row.ordinal % 100 == 0, row.disposition == .passed, row.intent == .keep else { return false }
            return batch.withRecord(index) { !rows.says(index, $0) }
        }
        origins = batch.origins
    }
}

extension InspectReport {
    /// Sums up as install did, or as rolled back.
    mutating func sumUp(_ inspection: Inspection, install: String) {
        let decided: [Disposition] = [.added, .replaced, .unchanged, .deleted, .deleteNotHeld]
        var summary = verdict.summary
        summary.recordsIn = inspection.intake.records
        summary.dispositions = InstallSummary.dispositions(install)
        if !verdict.passed {
            let lost = decided.reduce(0) { $0 + (summary.dispositions.removeValue(forKey: $1.name) ?? 0) }
            if lost > 0 { summary.dispositions[Disposition.rolledBack.name] = lost }
        }
        summary.counts = [
            "defects-new": verdict.trend.new.values.reduce(0, +),
            "defects-fixed": verdict.trend.fixed.values.reduce(0, +),
            "defects-persisting": verdict.trend.persisting.values.reduce(0, +),
        ]
        summary.input = inspection.version.input
        verdict.summary = summary
    }
}
