public import Catalog
internal import MARC
public import Update

/// What installing a submission would do, measured without changing anything.
public struct InstallPlan: Sendable, Equatable, Codable {
    public var counts = InstallCounts()
    /// Records of the contributor that a full load does not have; deleted only where `withholdsAbsence` is false.
    public var absent = 0
    /// Records and pieces of the submission that cannot be identified.
    public var unidentifiable = 0
    /// True where a full load deletes nothing by absence until a person says so.
    public var withholdsAbsence = false

    /// Measures against what readers see; where the submission is installed already and was scrubbed or validated afresh,
    /// against what stood there before.
    ///
    /// - Parameters:
    ///   - records: scrub's spool, of which nothing but the checksum is read.
    ///   - verdicts: validate's spool.
    /// - Throws: as ``InstallRun``.
    public static func measure(
        records: SpoolReader, verdicts: SpoolReader, store: any CatalogStore, submission: SubmissionFacts
    ) throws -> InstallPlan {
        let reading = try store.reading()
        let earlier = try reading.version(
            forSubmission: submission.checksum, contributor: submission.contributor, period: submission.period)
        guard let earlier, earlier.input != InstallRun.input(records, verdicts) else {
            return try measure(verdicts, reading, submission)
        }
        return try store.before(earlier.id) { reading in try measure(verdicts, reading, submission) }
    }

    private static func measure(
        _ verdicts: SpoolReader, _ reading: any CatalogReading, _ submission: SubmissionFacts
    ) throws -> InstallPlan {
        var plan = InstallPlan()
        var intake = InstallIntake()
        var seen = SeenRecords()
        let contributor = try reading.contributor(submission.contributor) ?? 0
        plan.counts.rowsBefore = try reading.sums()[contributor]?.records.rows ?? 0
        for block in 0..<verdicts.blockCount {
            let batch = RowBatch(identitiesOf: try verdicts.verdicts(block: block), holdings: submission.holdings)
            intake.take(batch)
            if plan.counts.rowsBefore == 0 {
                for row in batch.rows { plan.count(row, held: nil, &seen) }
            } else {
                try reading.forEachHeld(batch, of: contributor) { index, held in
                    plan.count(batch.rows[index], held: held, &seen)
                }
            }
        }
        plan.unidentifiable = intake.unidentifiable + submission.unreadablePieces
        if submission.mode == .full, plan.counts.rowsBefore > 0 {
            plan.absent = try reading.countRecords(of: contributor, kinds: intake.kinds) - seen.count
        }
        plan.withholdsAbsence = submission.mode == .full && !intake.deletesAbsent(submission)
        plan.counts.absent = plan.withholdsAbsence ? 0 : plan.absent
        plan.counts.rowsAfter =
            plan.counts.rowsBefore + plan.counts.added - plan.counts.deleted - plan.counts.absent
        return plan
    }

    private mutating func count(_ row: RowBatch.Row, held: (id: Int, hash: Hash128)?, _ seen: inout SeenRecords) {
        switch (row.disposition, row.intent) {
        case (.passed, .keep):
            if held == nil { counts.added += 1 }
            if let held { if held.hash == row.contentHash { counts.unchanged += 1 } else { counts.replaced += 1 } }
        case (.passed, .delete):
            if held == nil { counts.deleteNotHeld += 1 } else { counts.deleted += 1 }
        case (.rejected, _): break
        default: return
        }
        if let held { seen.insert(held.id) }
    }
}
