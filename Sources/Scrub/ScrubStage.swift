internal import MARC
@_spi(Scrub) public import Update

/// Scrub as a function: collected records in, records in UTF-8 and in the form that every stored record has out.
public struct ScrubStage: Stage {
    public typealias Input = Collected
    public typealias Output = Scrubbed

    public static var codes: [DefectCode] { ScrubRules.codes }

    private let settings: ScrubSettings
    /// The rules that apply, with their signs at hand; those for deletes apart. What is switched off is not among them.
    private let rules: [PreparedRule]
    private let rulesForDeletes: [PreparedRule]
    private let looksEverywhere: Bool

    private struct PreparedRule: Sendable {
        let signs: Signs
        let apply: @Sendable (inout ScrubWork) -> Void
    }

    public init(_ settings: ScrubSettings = ScrubSettings()) { self.init(settings, looksEverywhere: false) }

    init(_ settings: ScrubSettings, looksEverywhere: Bool) {
        func prepared(_ rule: any ScrubRule.Type) -> PreparedRule {
            PreparedRule(signs: rule.signs) { rule.apply(to: &$0) }
        }
        self.settings = settings
        self.looksEverywhere = looksEverywhere
        let wanted = ScrubRules.all.filter { $0.repair.map(settings.optional.contains) ?? true }
        rules = wanted.map(prepared)
        rulesForDeletes = wanted.filter { $0.isForDeletes }.map(prepared)
    }

    public func process(_ batch: consuming Batch<Collected>, log: inout DefectLog) -> Batch<Scrubbed> {
        var counts = ScrubCounts()
        return process(batch, log: &log, counts: &counts)
    }

    /// The same, with the changes that are no defects counted.
    func process(
        _ batch: borrowing Batch<Collected>, log: inout DefectLog, counts: inout ScrubCounts
    ) -> Batch<Scrubbed> {
        let files = batch.files
        let isUnicode = files.entries.map { $0.sourceFormat.isUnicode }
        var scrubbed = Batch<Scrubbed>(scrubbedFrom: batch)
        var decoder = CollectedDecoder(files: files)
        var work = ScrubWork(settings: settings, log: log, looksEverywhere: looksEverywhere)
        log = DefectLog(files: files)
        for index in 0..<batch.count {
            let (mark, origin) = (batch.marks[index], batch.origins[index])
            var faults: [ReadFault] = []
            decoder.decode(index, of: batch, into: &work.record, faults: &faults)
            work.faults = faults
            work.begin(origin, mark, isUnicode: Int(origin.file) < isUnicode.count && isUnicode[Int(origin.file)])
            scrub(&work)
            scrubbed.append(
                work.record, origin: origin, intent: mark.intent, disposition: work.disposition,
                isRepaired: work.isRepaired, level: Level(work.log.worstRemaining?.severity))
        }
        counts.add(work.counts)
        log = work.log
        return scrubbed
    }

    private func scrub(_ work: inout ScrubWork) {
        let survey = work.survey()
        work.readEncoding(survey)
        if work.reading.hasChangedText { _ = work.survey() }
        if work.isReadingToReport { work.signs.insert(.reading) }
        for rule in work.isFormOnly ? rulesForDeletes : rules where !work.signs.isDisjoint(with: rule.signs) {
            work.ruleSigns = rule.signs
            rule.apply(&work)
        }
        LeaderForm.settle(&work.record.leader)
    }
}
