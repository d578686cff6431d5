internal import Catalog
internal import FoundationEssentials
internal import Update

/// Writes what install leaves in its folder, from the version as it stands in the database: as often as needed.
struct InstallReport {
    let version: CatalogVersion
    let records: SpoolReader
    let submission: SubmissionFacts
    let context: StageContext

    /// Writes the defects of a version that is being made, and sums it up.
    ///
    /// - Parameter clusterCounts: what the summary says of clusters; nothing where records are not matched.
    func write(
        from reading: any CatalogReading, _ intake: InstallIntake, _ clusterCounts: [String: Int]
    ) throws -> StageSummary {
        var summary = StageSummary(stage: .install)
        let counts = version.counts
        for (disposition, count) in intake.dispositions {
            summary.recordsIn += count
            if disposition != .passed { summary.dispositions[disposition.name] = count }
        }
        let decided: [(Disposition, Int)] = [
            (.added, counts.added), (.replaced, counts.replaced), (.unchanged, counts.unchanged),
            (.deleted, counts.deleted),
            (.deleteNotHeld, counts.deleteNotHeld),
        ]
        for (disposition, count) in decided where count > 0 { summary.dispositions[disposition.name] = count }
        summary.counts = ["rows-before": counts.rowsBefore, "rows-after": counts.rowsAfter, "absent": counts.absent]
        summary.counts.merge(clusterCounts) { $1 }
        let unidentifiable = intake.unidentifiable + submission.unreadablePieces
        if submission.mode == .full, !intake.deletesAbsent(submission) {
            summary.counts["unidentifiable"] = unidentifiable
        }
        summary.unreadable = submission.unreadablePieces
        summary.input = version.input
        summary.defects = try writeDefects(from: reading, withheld: summary.counts["unidentifiable"])
        try summary.checkBalance()
        return summary
    }

    /// Writes the defects of a version that was committed before, and gives the summary kept with it.
    func rewrite(from reading: any CatalogReading) throws -> StageSummary {
        let summary = try JSONDecoder().decode(StageSummary.self, from: Data(version.summary.utf8))
        _ = try writeDefects(from: reading, withheld: summary.counts["unidentifiable"])
        return summary
    }

    static func text(of summary: StageSummary) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(summary), as: UTF8.self)
    }

    private func writeDefects(from reading: any CatalogReading, withheld: Int?) throws -> DefectTally {
        var writer = try DefectWriter(
            path: "\(context.folder)/\(StageFile.defects)", client: context.client, contributor: context.contributor)
        var places = RecordPlaces(records)
        try reading.forEachChange(of: version.id, [.deleteNotHeld]) { change in
            var log = DefectLog(files: records.tail.files, policy: context.policy)
            if let ordinal = change.ordinal, let origin = try places.origin(of: ordinal) {
                Array(change.controlNumber.utf8).withUnsafeBufferPointer { log.begin(origin, control: $0) }
            }
            log.report(
                InstallCodes.deleteNotHeld,
                """
                the \(change.kind) record \(change.controlNumber) is to be deleted and is not held; nothing was deleted, \
                check the control number
                """)
            try writer.write(log.defects)
        }
        if let withheld {
            var log = DefectLog(files: records.tail.files, policy: context.policy)
            log.report(
                InstallCodes.absenceWithheld,
                """
                \(withheld) records or pieces of this full load cannot be identified, so nothing was deleted for being \
                absent; repair them and send it again, or release the deletes
                """)
            try writer.write(log.defects)
        }
        try writer.finish()
        return writer.tally
    }
}

/// Finds the places of records by their ordinals, which ascend, with one block at hand.
struct RecordPlaces {
    private let records: SpoolReader
    private var block = -1
    private var origins: [RecordOrigin] = []

    init(_ records: SpoolReader) { self.records = records }

    mutating func origin(of ordinal: Int) throws -> RecordOrigin? {
        guard let found = records.find(ordinal: UInt32(clamping: ordinal)) else { return nil }
        if found.block != block {
            origins = try records.scrubbed(block: found.block).origins
            block = found.block
        }
        return found.index < origins.count ? origins[found.index] : nil
    }
}
