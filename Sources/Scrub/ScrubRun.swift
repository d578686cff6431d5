public import Update

/// Runs scrub over a submission: places in, `records.spool` and `defects.jsonl` out.
public enum ScrubRun {
    /// Scrubs every record that `places` names.
    ///
    /// - Parameters:
    ///   - places: ingest's spool.
    ///   - sources: the pinned files that it points into.
    /// - Returns: what `summary.json` says.
    /// - Throws: `FileFailure`, `SpoolFailure`, or `BooksFailure`.
    public static func run(
        places: SpoolReader, sources: RecordSources, settings: ScrubSettings, context: StageContext
    ) throws -> StageSummary {
        let stage = ScrubStage(settings)
        var books = Books(input: places.checksum)
        var spool = try context.spoolWriter(StageFile.records, kind: .records)
        var defects = try context.defectWriter()
        try OrderedPipeline.run(
            threads: context.threads, over: 0..<places.blockCount,
            transform: { block in
                try Done(block: block, of: places, from: sources, by: stage, settings, policy: context.policy)
            },
            consume: { done in
                books.add(done)
                try defects.write(done.defects)
                try spool.write(done.block)
                context.progress(books.summary.recordsIn)
            })
        let files = places.tail.files
        let file = files.entries.count == 1 ? files.entries[0].name : nil
        try defects.write(EncodingWrongThroughout.defects(books.counts, file: file, policy: context.policy))
        try defects.finish()
        books.summary.defects = defects.tally
        books.summary.output = try spool.finish(
            SpoolTail(files: places.tail.files, input: places.checksum, holdingsLinks: HoldingsLinks(books.links)))
        return try books.balanced()
    }
}

/// What is done of one block.
private struct Done: Sendable {
    let block: SpoolBlock
    let marks: [Scrubbed.Mark]
    let defects: [Defect]
    let counts: ScrubCounts
    let holdings: BlockHoldings

    init(
        block: Int, of places: SpoolReader, from sources: RecordSources, by stage: ScrubStage,
        _ settings: ScrubSettings, policy: DefectPolicy
    ) throws {
        let collected = try places.collected(block: block, from: sources)
        var log = DefectLog(files: collected.files, policy: policy)
        var counts = ScrubCounts()
        let scrubbed = stage.process(collected, log: &log, counts: &counts)
        self.block = SpoolBlock(scrubbed)
        marks = scrubbed.marks
        holdings = BlockHoldings(scrubbed, controlNumber: settings.controlNumber)
        defects = log.defects
        self.counts = counts
    }
}

/// The books of the stage, kept in the order of the stream.
private struct Books {
    var summary = StageSummary(stage: .scrub)
    private(set) var counts = ScrubCounts()
    /// Of the records that holdings belong to.
    private(set) var links: [UInt64] = []
    private var lastNumber: UInt64?

    init(input: String) { summary.input = input }

    mutating func add(_ done: borrowing Done) {
        for mark in done.marks {
            summary.count(mark.disposition)
            if mark.isRepaired, mark.disposition == .passed { summary.repaired += 1 }
        }
        counts.add(done.counts)
        links += done.holdings.links
        if done.holdings.startsWithHoldings, let lastNumber { links.append(lastNumber) }
        lastNumber = done.holdings.lastNumber ?? lastNumber
    }

    mutating func balanced() throws(BooksFailure) -> StageSummary {
        summary.counts = counts.byName
        try summary.checkBalance()
        return summary
    }
}
