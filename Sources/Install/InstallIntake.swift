internal import Catalog
internal import MARC
internal import Update

/// What concerns a submission as a whole while its records are installed or measured.
struct InstallIntake {
    /// Kinds of records that the submission has; a full load says nothing about the others.
    private(set) var kinds: Set<RecordKind> = []
    /// Records that cannot be told apart from those that seem absent: rejected, and without a control number.
    private(set) var unidentifiable = 0
    /// Records by disposition, those that install decides left at `passed`.
    private(set) var dispositions: [Disposition: Int] = [:]

    mutating func take(_ batch: RowBatch) {
        for row in batch.rows {
            kinds.insert(row.kind)
            dispositions[row.disposition, default: 0] += 1
            if row.disposition == .rejected && row.isUnidentifiable { unidentifiable += 1 }
        }
    }

    /// Whether a full load may delete what it does not have.
    func deletesAbsent(_ submission: SubmissionFacts) -> Bool {
        submission.mode == .full
            && (submission.releasesAbsence || unidentifiable + submission.unreadablePieces == 0)
    }
}
