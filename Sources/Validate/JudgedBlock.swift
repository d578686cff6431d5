internal import MARC
internal import Update

/// What a thread makes of one block of records: all that is written or entered in order afterwards.
struct JudgedBlock: Sendable {
    let spool: SpoolBlock
    let defects: [Defect]
    /// The records that passed, by identity.
    private(set) var identities: [SubmissionIdentities.Entry] = []
    /// By the raw value of the disposition.
    private(set) var dispositions = InlineArray<16, Int>(repeating: 0)
    private(set) var withoutStandardNumber = 0
    /// Records that scrub repaired and that were not rejected.
    private(set) var repaired = 0
    /// What the records to be kept look like; those out of scope are left out.
    let fieldCounts: [FieldCounter.Count]
    /// The records that ``fieldCounts`` is about, by the raw value of their kind.
    private(set) var countedRecords = InlineArray<3, Int>(repeating: 0)
    /// The same records by the raw value of their level.
    private(set) var levels = InlineArray<4, Int>(repeating: 0)
    /// Records to be deleted.
    private(set) var deletes = 0
    /// The control numbers of bibliographic records, deletes included.
    private(set) var numberForms = NumberForms()

    init(_ records: consuming Batch<Scrubbed>, stage: ValidateStage, policy: DefectPolicy) {
        var log = DefectLog(files: records.files, policy: policy)
        let judged = stage.process(records, log: &log)
        spool = SpoolBlock(judged)
        defects = log.defects
        identities.reserveCapacity(judged.count)
        var counter = FieldCounter()
        for index in 0..<judged.count where Self.isCounted(judged.marks[index]) {
            judged.withRecord(index) { counter.count($0, judged.marks[index].kind) }
        }
        fieldCounts = counter.counts
        for index in 0..<judged.count { enter(index, of: judged) }
    }

    private static func isCounted(_ mark: Validated.Mark) -> Bool {
        mark.intent == .keep && mark.disposition != .outOfScope
    }

    private mutating func enter(_ index: Int, of batch: borrowing Batch<Validated>) {
        let mark = batch.marks[index]
        dispositions[Int(mark.disposition.rawValue)] += 1
        if mark.isRepaired, mark.disposition != .rejected { repaired += 1 }
        if mark.intent == .delete { deletes += 1 }
        if Self.isCounted(mark) {
            countedRecords[Int(mark.kind.rawValue)] += 1
            levels[Int(mark.level.rawValue)] += 1
        }
        if mark.kind == .bibliographic { batch.withControlNumber(index) { numberForms.count($0) } }
        guard mark.disposition == .passed else { return }
        if mark.intent == .keep, mark.lacksStandardNumber { withoutStandardNumber += 1 }
        let ordinal = batch.origins[index].ordinal
        let entry = batch.withControlNumber(index) {
            SubmissionIdentities.Entry(
                mark.kind, control: $0, ordinal: ordinal, mayRepeat: mark.kind == .holdings && mark.intent == .keep)
        }
        if let entry { identities.append(entry) }
    }
}
