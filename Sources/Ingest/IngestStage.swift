internal import MARC
@_spi(Ingest) public import Update

/// Ingest: from collected files to the places of their records, every record with its intent, every fault reported.
public struct IngestStage: Sendable {
    /// Every code that ingest can report.
    public static let codes: [DefectCode] = IngestCodes.all

    /// What the profile says otherwise about defect codes.
    public let policy: DefectPolicy

    public init(policy: DefectPolicy = DefectPolicy()) { self.policy = policy }

    /// Looks into the records of `framed`: what is wrong with their form, and whether they are to be deleted. Any thread
    /// may do it to any batch.
    public func read(_ framed: consuming FramedBatch) -> IngestedBatch {
        var reading = BatchReading(framed, policy: policy)
        return reading.run()
    }

    /// Reads collected files into `context.folder`: `places.spool` and `defects.jsonl`, both durable.
    ///
    /// - Returns: the summary, which the caller writes.
    /// - Throws: `FileFailure`, or `BooksFailure` where the books do not balance.
    public static func run(_ collected: CollectedFiles, context: StageContext) throws -> StageSummary {
        var spool = try context.spoolWriter(StageFile.places, kind: .places)
        var defects = try context.defectWriter()
        var summary = StageSummary(stage: .ingest)
        let source = RecordSource(collected)
        let stage = IngestStage(policy: context.policy)
        try defects.write(collected.defects)
        try OrderedPipeline.run(
            threads: context.threads, next: { try source.next() },
            transform: { framed in Outcome(stage.read(framed)) },
            consume: { outcome in
                if let block = outcome.block { try spool.write(block) }
                try defects.write(outcome.defects)
                outcome.count(into: &summary)
                context.progress(summary.recordsIn)
            })
        summary.input = collected.checksum
        summary.output = try spool.finish(SpoolTail(files: source.files))
        try defects.finish()
        summary.defects = defects.tally
        try summary.checkBalance()
        return summary
    }

    /// What is left of a batch when its bytes are no longer needed.
    private struct Outcome: Sendable {
        let block: SpoolBlock?
        let defects: [Defect]
        let passed: Int
        let rejected: Int
        let deletes: Int
        let unreadable: Int

        init(_ ingested: consuming IngestedBatch) {
            let marks = ingested.batch.marks
            block = ingested.batch.isEmpty ? nil : SpoolBlock(ingested.batch)
            defects = ingested.defects
            unreadable = ingested.unreadable
            rejected = marks.count { $0.disposition == .rejected }
            deletes = marks.count { $0.intent == .delete }
            passed = marks.count - rejected
        }

        func count(into summary: inout StageSummary) {
            summary.recordsIn += passed + rejected
            if passed > 0 { summary.dispositions[Disposition.passed.name, default: 0] += passed }
            if rejected > 0 { summary.dispositions[Disposition.rejected.name, default: 0] += rejected }
            if deletes > 0 { summary.counts["deletes", default: 0] += deletes }
            summary.unreadable += unreadable
        }
    }
}

/// Collected records as scrub takes them, and what ingest found.
public struct IngestedBatch: Sendable {
    public let batch: Batch<Collected>
    /// In the order of the files.
    public let defects: [Defect]
    /// Pieces between the records of which none could be made.
    public let unreadable: Int
}
