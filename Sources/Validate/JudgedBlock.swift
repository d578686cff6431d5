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

    init(_ records: consuming Batch<Scrubbed>, stage: ValidateStage, policy: DefectPolicy) {
        var log = DefectLog(files: records.files, policy: policy)
        let judged = stage.process(records, log: &log)
        spool = SpoolBlock(judged)
        defects = log.defects
        identities.reserveCapacity(judged.count)
        for index in 0..<judged.count { enter(index, of: judged) }
    }

    private mutating func enter(_ index: Int, of batch: borrowing Batch<Validated>) {
        let mark = batch.marks[index]
        dispositions[Int(mark.disposition.rawValue)] += 1
        if mark.isRepaired, mark.disposition != .rejected { repaired += 1 }
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
