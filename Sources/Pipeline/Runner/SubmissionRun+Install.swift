internal import Catalog
internal import Inspect
internal import Install
internal import Update

/// Install and inspect: one transaction, proved before it commits.
extension SubmissionRun {
    /// What install would do, without changing anything.
    func measurePlan(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt) throws
        -> GateMeasurement.Plan
    {
        let plan = try InstallPlan.measure(
            records: SpoolReader(path: scrubbed.file(StageFile.records), kind: .records),
            verdicts: SpoolReader(path: validated.file(StageFile.verdicts), kind: .verdicts), store: try openStore(),
            submission: catalogFacts(collected, releasesAbsence: false))
        return GateMeasurement.Plan(
            installed: plan.counts.rowsBefore, deletes: plan.counts.deleted, absent: plan.absent,
            unidentifiable: plan.unidentifiable,
            known: plan.counts.replaced + plan.counts.unchanged + plan.counts.deleted,
            unknown: plan.counts.added + plan.counts.deleteNotHeld)
    }

    /// What the contributor's last submissions looked like, but for this one where it is installed already.
    ///
    /// - Returns: those of the same mode, and those of any where there is none of the same.
    func readHistory(_ collected: CollectedSubmission, _ limits: GateLimits) throws
        -> (ofMode: [CatalogHistory], any: [CatalogHistory])
    {
        let facts = try catalogFacts(collected, releasesAbsence: false)
        let reading = try openStore().reading()
        let own = try reading.version(
            forSubmission: facts.checksum, contributor: facts.contributor, period: facts.period)?.id
        let limit = limits.history ?? 1
        let same = try reading.history(of: facts.contributor, mode: facts.mode, except: own, limit: limit)
        if !same.isEmpty { return (same, same) }
        return ([], try reading.history(of: facts.contributor, mode: nil, except: own, limit: limit))
    }

    /// Whether the database holds a version that was made from just these records and verdicts.
    func isInstalled(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt) throws -> Bool {
        try installedVersion(collected)?.input == "\(scrubbed.summary.output) \(validated.summary.output)"
    }

    /// The version that was made from the submission, whatever its records and verdicts were then.
    func installedVersion(_ collected: CollectedSubmission) throws -> CatalogVersion? {
        let facts = try catalogFacts(collected, releasesAbsence: false)
        return try openStore().reading().version(
            forSubmission: facts.checksum, contributor: facts.contributor, period: facts.period)
    }

    func install(
        _ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt, _ gate: GateVerdict,
        _ profile: Profile
    )
        throws
    {
        let store = try openStore()
        var facts = try catalogFacts(collected, releasesAbsence: gate.releasesAbsence)
        facts.profile = try fieldProfile(collected, scrubbed, validated)
        let records = try SpoolReader(path: scrubbed.file(StageFile.records), kind: .records)
        let verdicts = try SpoolReader(path: validated.file(StageFile.verdicts), kind: .verdicts)
        let pair = SpoolPair(
            records: records, verdicts: verdicts, defects: DefectTally(of: [collected.attempt, scrubbed, validated]))
        // As install notes it.
        let input = "\(records.checksum) \(verdicts.checksum)"
        let room = { try requireRoomToInstall(scrubbed) }
        _ = try attempt(.install, input: input, profile, requireRoom: room) { _, context in
            try InstallRun.run(
                records: records, verdicts: verdicts, store: store, submission: facts, context: context,
                inspect: { try prove($0, pair, profile) }
            ).summary
        }
        _ = try attempt(.inspect, input: input, profile) { _, context in
            try confirm(store, facts, pair, context)
        }
    }

    /// What install and inspect work on.
    private struct SpoolPair {
        let records: SpoolReader
        let verdicts: SpoolReader
        /// What the stages before reported.
        let defects: DefectTally
    }

    /// Inspects the open transaction. Where it does not hold what was validated, the attempt at inspect that says so is
    /// kept, and the error rolls the install back.
    private func prove(_ open: OpenInstall, _ pair: SpoolPair, _ profile: Profile) throws -> String {
        let report = try InspectRun.prove(
            open, records: pair.records, verdicts: pair.verdicts, defects: pair.defects,
            context: context(.inspect, "", profile, of: pair.records.recordCount))
        do {
            return try report.approved()
        } catch {
            _ = try begin(.inspect, profile) { _, context in
                try report.write(to: context)
                return report.verdict.summary
            }
            throw error
        }
    }

    private func confirm(
        _ store: any CatalogStore, _ facts: SubmissionFacts, _ pair: SpoolPair, _ context: StageContext
    )
        throws
        -> StageSummary
    {
        let version = try store.reading().version(
            forSubmission: facts.checksum, contributor: facts.contributor, period: facts.period)
        guard let version else {
            throw RunRefusal(
                "the version of \(facts.contributor) for \(facts.period) is not in the database; rerun from install")
        }
        let report = try InspectRun.confirm(
            version, store: store, records: pair.records, verdicts: pair.verdicts, submission: facts, context: context)
        try report.write(to: context)
        _ = try report.approved()
        return report.verdict.summary
    }

    func openStore() throws -> any CatalogStore { try environment.workspace.store(of: client) }

    func catalogFacts(_ collected: CollectedSubmission, releasesAbsence: Bool) throws -> SubmissionFacts {
        var facts = SubmissionFacts(
            contributor: contributor.symbol, contributorName: contributor.name, period: period,
            mode: collected.facts.mode,
            checksum: collected.attempt.summary.input, unreadablePieces: collected.attempt.summary.unreadable,
            releasesAbsence: releasesAbsence)
        facts.holdings = try pinnedProfile(collected.facts).holdingsMap
        return facts
    }
}

extension GateVerdict {
    /// Whether a person has let deletes by absence pass in spite of records that cannot be identified.
    var releasesAbsence: Bool { releasedSpool == spool && released?["unidentifiable"] != nil }
}

extension DefectTally {
    /// What some attempts reported, added up.
    init(of attempts: [Attempt]) {
        self.init()
        for attempt in attempts { add(attempt.summary.defects) }
    }
}
