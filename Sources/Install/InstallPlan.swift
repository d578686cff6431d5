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
        let isReplaced = earlier.map { $0.input != InstallRun.input(records, verdicts) } ?? false
        return try measure(verdicts, reading, submission, replacing: isReplaced ? earlier : nil)
    }

    /// - Parameter earlier: a version that the install would replace, which must be the contributor's newest.
    private static func measure(
        _ verdicts: SpoolReader, _ reading: any CatalogReading, _ submission: SubmissionFacts,
        replacing earlier: CatalogVersion?
    ) throws -> InstallPlan {
        var plan = InstallPlan()
        var intake = InstallIntake()
        var seen = SeenBefore()
        let before = try earlier.map { try StateBefore($0, reading) }
        let contributor = try reading.contributor(submission.contributor) ?? 0
        plan.counts.rowsBefore =
            try earlier?.counts.rowsBefore ?? reading.sums()[contributor]?.records.rows ?? 0
        for block in 0..<verdicts.blockCount {
            let batch = RowBatch(identitiesOf: try verdicts.verdicts(block: block), holdings: submission.holdings)
            intake.take(batch)
            if plan.counts.rowsBefore == 0 {
                for row in batch.rows { plan.count(row, held: nil, &seen) }
                continue
            }
            try reading.forEachHeld(batch, of: contributor) { index, now in
                let row = batch.rows[index]
                var held = now.map { Held(isSame: $0.hash == row.contentHash, place: .record($0.id)) }
                if let before, !row.isUnidentifiable {
                    let identity = batch.identityHash(index)
                    if let then = before.held(row, identity) {
                        let place = now.map { Held.Place.record($0.id) } ?? .identity(identity)
                        held = then.isHeld ? Held(isSame: then.isSame, place: place) : nil
                    }
                }
                plan.count(row, held: held, &seen)
            }
        }
        plan.unidentifiable = intake.unidentifiable + submission.unreadablePieces
        if submission.mode == .full, plan.counts.rowsBefore > 0 {
            plan.absent =
                try reading.countRecords(of: contributor, kinds: intake.kinds) + (before?.more(of: intake.kinds) ?? 0)
                - seen.count
        }
        plan.withholdsAbsence = submission.mode == .full && !intake.deletesAbsent(submission)
        plan.counts.absent = plan.withholdsAbsence ? 0 : plan.absent
        plan.counts.rowsAfter =
            plan.counts.rowsBefore + plan.counts.added - plan.counts.deleted - plan.counts.absent
        return plan
    }

    private mutating func count(_ row: RowBatch.Row, held: Held?, _ seen: inout SeenBefore) {
        switch (row.disposition, row.intent) {
        case (.passed, .keep):
            if held == nil { counts.added += 1 }
            if let held { if held.isSame { counts.unchanged += 1 } else { counts.replaced += 1 } }
        case (.passed, .delete):
            if held == nil { counts.deleteNotHeld += 1 } else { counts.deleted += 1 }
        case (.rejected, _): break
        default: return
        }
        if let held { seen.insert(held.place) }
    }
}

/// A record of the submission that is held, or was before the version that is to be replaced.
private struct Held {
    enum Place {
        /// It stands, under this number.
        case record(Int)
        /// The version deleted it; the hash of its identity.
        case identity(UInt64)
    }

    var isSame: Bool
    var place: Place
}

/// The records that a submission was about, each once.
private struct SeenBefore {
    private var records = SeenRecords()
    private var identities = Set<UInt64>()

    var count: Int { records.count + identities.count }

    mutating func insert(_ place: Held.Place) {
        switch place {
        case .record(let id): records.insert(id)
        case .identity(let hash): identities.insert(hash)
        }
    }
}
