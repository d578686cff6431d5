internal import MARC
public import Update

/// The stage over a whole submission: from scrub's spool to `verdicts.spool`, `defects.jsonl` and `fields.tsv`.
public enum ValidateRun {
    /// Judges every record, then what concerns the submission as a whole.
    ///
    /// The defects stand in the order of the records; those of records that a later one replaces follow, in the same order.
    ///
    /// - Returns: the summary, whose books balance. `counts` has `without-standard-number`.
    /// - Throws: `FileFailure`, `SpoolFailure`, `BooksFailure`.
    public static func run(
        records: SpoolReader, settings: ValidateSettings = ValidateSettings(), context: StageContext
    ) throws -> StageSummary {
        var writer = try context.spoolWriter(StageFile.verdicts, kind: .verdicts)
        var defects = try context.defectWriter()
        var books = ValidateBooks(expecting: records.recordCount)
        var settings = settings
        settings.holdingsLinks = records.tail.holdingsLinks
        let (stage, policy) = (ValidateStage(settings), context.policy)
        try OrderedPipeline.run(
            threads: context.threads, over: 0..<records.blockCount,
            transform: { block in
                JudgedBlock(try records.scrubbed(block: block), stage: stage, policy: policy)
            },
            consume: { block in
                books.enter(block)
                try defects.write(block.defects)
                try writer.write(block.spool)
                context.progress(books.summary.recordsIn)
            })
        var glimpses = SpoolGlimpses(records, controlNumber: settings.controlNumber)
        try books.settleHoldings(&glimpses)
        try judgeSetAside(books.pairs, records, settings, policy, &glimpses, &defects)
        let setAside = books.close()
        try write(books.profile, context)
        books.summary.output = try writer.finish(
            SpoolTail(
                files: records.tail.files, input: records.checksum, setAside: setAside,
                numberedByContent: books.numberedByContent))
        books.summary.input = records.checksum
        try judgeShared(records, context, &glimpses, &defects, &books.summary)
        // 004 names the 001 of a record, which tells nothing where records are numbered elsewhere.
        if settings.isFullLoad, settings.controlNumber == ControlNumberPlace() {
            try judgeOrphans(records, settings.holdingsLinks, context, &books, &defects)
            try judgeLinks(records, context, &books, &defects)
        }
        try defects.finish()
        books.summary.defects = defects.tally
        try books.summary.checkBalance()
        return books.summary
    }

    /// Writes the defects of numbers that several records share, in the order of the records; needs the verdicts as a whole.
    private static func judgeShared(
        _ records: SpoolReader, _ context: StageContext, _ glimpses: inout SpoolGlimpses,
        _ defects: inout DefectWriter, _ summary: inout StageSummary
    ) throws {
        let shared = try SharedNumbers(
            in: SpoolReader(path: "\(context.folder)/\(StageFile.verdicts)", kind: .verdicts))
        summary.counts.merge(shared.byName, uniquingKeysWith: +)
        for pair in shared.pairs {
            let (earlier, later) = (try glimpses.glimpse(of: pair.earlier), try glimpses.glimpse(of: pair.later))
            var log = DefectLog(files: records.tail.files, policy: context.policy)
            later.control.withUnsafeBufferPointer { log.begin(later.origin, control: $0, kind: .bibliographic) }
            pair.report(earlier: earlier, isSameFile: earlier.origin.file == later.origin.file, to: &log)
            try defects.write(log.defects)
        }
    }

    /// Writes the defects of holdings whose record the full load does not have, in the order of the records.
    private static func judgeOrphans(
        _ records: SpoolReader, _ links: HoldingsLinks, _ context: StageContext, _ books: inout ValidateBooks,
        _ defects: inout DefectWriter
    ) throws {
        var orphans = OrphanedHoldings(links, among: books.identities)
        let verdicts = try SpoolReader(path: "\(context.folder)/\(StageFile.verdicts)", kind: .verdicts)
        try orphans.report(records, verdicts, context.policy, to: &defects)
        if orphans.count > 0 { books.summary.counts["holdings-without-record"] = orphans.count }
    }

    /// Writes the defects of entries by which records of the full load name each other, in the order of the records.
    private static func judgeLinks(
        _ records: SpoolReader, _ context: StageContext, _ books: inout ValidateBooks, _ defects: inout DefectWriter
    ) throws {
        guard RecordLinks.occur(in: books.profile) else { return }
        var links = RecordLinks(among: books.identities)
        let verdicts = try SpoolReader(path: "\(context.folder)/\(StageFile.verdicts)", kind: .verdicts)
        try links.report(records, verdicts, context.policy, to: &defects)
        if links.counts.hosts > 0 { books.summary.counts["hosts-not-in-submission"] = links.counts.hosts }
        if links.counts.oneSided > 0 { books.summary.counts["entries-not-returned"] = links.counts.oneSided }
    }

    private static func write(_ profile: FieldProfile, _ context: StageContext) throws(FileFailure) {
        var file = try OutputFile(path: "\(context.folder)/\(StageFile.fields)")
        try file.write(Array(profile.text.utf8))
        try file.finish(isDurable: context.isDurable)
    }

    /// Writes the defects of the records that are set aside, in the order of their ordinals.
    private static func judgeSetAside(
        _ pairs: [ValidateBooks.Pair], _ records: SpoolReader, _ settings: ValidateSettings, _ policy: DefectPolicy,
        _ glimpses: inout SpoolGlimpses, _ defects: inout DefectWriter
    ) throws {
        let judge = SetAsideJudge(settings)
        for pair in pairs.sorted(by: { $0.earlier < $1.earlier }) {
            var log = DefectLog(files: records.tail.files, policy: policy)
            judge.judge(
                SetAsidePair(
                    earlier: try glimpses.glimpse(of: pair.earlier), later: try glimpses.glimpse(of: pair.later)),
                log: &log)
            try defects.write(log.defects)
        }
    }
}
