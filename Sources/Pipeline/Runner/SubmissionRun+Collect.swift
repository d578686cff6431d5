internal import Foundation
internal import Ingest
internal import Update

/// The first stage: taking what lies in the drop folder, once.
extension SubmissionRun {
    /// What was collected: the submission's facts and ingest's attempt.
    struct CollectedSubmission {
        let facts: PinnedSubmission
        let attempt: Attempt
    }

    /// The submission as collected before, or collected now; nil where nothing was delivered.
    func collect() throws -> CollectedSubmission? {
        try folder.clearUncollected()
        if let facts = try folder.facts(), let attempt = try folder.current(.ingest) {
            // Again, for a crash may have come between.
            try noteDelivered(facts.pinned)
            try clearDelivered(facts.pinned)
            if forcedFrom == .ingest { return try readAgain(facts, attempt) }
            guard mayTakeCorrection else { return .init(facts: facts, attempt: attempt) }
            if !environment.isTrial { fetchCorrection() }
            return try takeDelivered() ?? .init(facts: facts, attempt: attempt)
        }
        let fetched = environment.isTrial ? nil : try fetch()
        if let taken = try takeDelivered() { return taken }
        try reportNothing(fetched)
        return nil
    }

    /// Takes what a submission holds safely out of the drop folder and away at the source.
    private func clearDelivered(_ pinned: [PinnedFile]) throws {
        if environment.isTrial { return }
        try inbox.remove(pinned, client: client.name, contributor: contributor.symbol)
        source.tidy()
    }

    /// Takes what lies in the drop folder; nil where that is nothing.
    private func takeDelivered() throws -> CollectedSubmission? {
        let deliveries = try inbox.deliveries(client: client.name, contributor: contributor.symbol)
        guard !deliveries.isEmpty else { return nil }
        try waitForGrowth(deliveries)
        return try take(deliveries)
    }

    private var inbox: DropFolder { DropFolder(path: environment.workspace.path(environment.workspace.settings.inbox)) }

    /// Whether a file delivered after the submission was collected takes its place: only while nothing is installed.
    /// Afterwards it waits for the next period.
    private var mayTakeCorrection: Bool {
        // A later harvest does not hold what an earlier one did.
        if contributor.source?.isCumulative ?? false { return false }
        let rows = try? environment.ledger.submissions(
            client: client.name, period: period, contributor: contributor.symbol)
        switch rows?.first?.state {
        case .held, .failed, .waiting: return true
        default: return false
        }
    }

    private func waitForGrowth(_ deliveries: [Delivery]) throws {
        let settings = environment.workspace.settings
        let clock = environment.clock
        let watch = GrowthWatch(
            intervalSeconds: settings.settleSeconds, limitSeconds: settings.growthWaitSeconds,
            sleep: { clock.sleep($0) })
        let growing = try watch.stillGrowing(deliveries)
        guard let first = growing.first else { return }
        try report(growing, waitedSeconds: settings.growthWaitSeconds)
        throw StageFailure(
            stage: .ingest,
            cause:
                "\(first.name) still grows after \(settings.growthWaitSeconds) s; the submission is taken when it no longer does"
        )
    }

    /// Writes down which deliveries keep the submission from being collected.
    private func report(_ growing: [Delivery], waitedSeconds: Double) throws {
        let policy = environment.workspace.profiles[contributor.profile]?.policy ?? DefectPolicy()
        var log = DefectLog(files: FileTable([]), policy: policy)
        for delivery in growing { FileStillGrowing.report(delivery, waitedSeconds: waitedSeconds, to: &log) }
        try folder.writeUncollected(log.defects, client: client.name, contributor: contributor.symbol)
    }

    /// Pins the files and reads them; only then they leave the drop folder.
    private func take(_ deliveries: [Delivery]) throws -> CollectedSubmission {
        guard let profile = environment.workspace.profiles[contributor.profile] else {
            throw StageFailure(stage: .ingest, cause: "there is no profile '\(contributor.profile)'")
        }
        let mode = profile.mode ?? pipeline.mode
        try requireRoomToIngest(deliveries)
        var pinned: [PinnedFile] = []
        let text = try environment.workspace.profileText(contributor.profile)
        let attempt = try begin(.ingest, profile) { pending, context in
            let (files, summary) = try read(deliveries, profile, mode, pending, context)
            pinned = files
            // Written before the attempt is renamed: a crash between leaves facts of an attempt that does not count yet.
            try folder.write(facts(pinned: pinned, mode: mode, profileText: text))
            return summary
        }
        try noteDelivered(pinned)
        try clearDelivered(pinned)
        return .init(facts: facts(pinned: pinned, mode: mode, profileText: text), attempt: attempt)
    }

    /// Enters the files into the ledger, where later submissions find that they came before.
    private func noteDelivered(_ pinned: [PinnedFile]) throws {
        for file in pinned {
            try environment.ledger.addDelivery(
                client: client.name, contributor: contributor.symbol, period: period,
                file: .init(name: file.name, size: file.size, sha256: file.sha256))
        }
    }

    /// Reads the pinned files of an earlier attempt anew.
    private func readAgain(_ facts: PinnedSubmission, _ earlier: Attempt) throws -> CollectedSubmission {
        let deliveries = facts.pinned.map { Delivery(name: $0.name, path: "\(earlier.folder)/\($0.path)") }
        let profile = try pinnedProfile(facts)
        let attempt = try begin(.ingest, profile) { pending, context in
            try read(deliveries, profile, facts.mode, pending, context).1
        }
        return .init(facts: facts, attempt: attempt)
    }

    private func read(
        _ deliveries: [Delivery], _ profile: Profile, _ mode: Mode, _ pending: PendingAttempt, _ context: StageContext
    ) throws -> ([PinnedFile], StageSummary) {
        let known = try deliveredBefore()
        var collector = profile.collector(mode: mode, knownChecksums: known)
        collector.expectedFiles = expectedFiles
        collector.notices = try environment.ledger.notices(client: client.name, contributor: contributor.symbol)
        let strangers = try inbox.strangers(client: client.name, contributor: contributor.symbol)
        do {
            let collected = try collector.collect(deliveries, strangers: strangers, intoAttempt: pending.folder)
            return (collected.pinned, try IngestStage.run(collected, context: context))
        } catch let changed as DeliveryChanged {
            try report(
                deliveries.filter { $0.name == changed.name },
                waitedSeconds: environment.workspace.settings.settleSeconds)
            throw changed
        }
    }

    /// By checksum, the files of earlier submissions; those of one that was undone may come again.
    private func deliveredBefore() throws -> [String: String] {
        let undone = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
            .filter { $0.state == .undone }.map(\.period)
        return try environment.ledger.delivered(
            client: client.name, contributor: contributor.symbol, except: [period] + undone)
    }

    private func facts(pinned: [PinnedFile], mode: Mode, profileText: String) -> PinnedSubmission {
        PinnedSubmission(
            client: client.name, contributor: contributor.symbol, period: period, pipeline: pipeline.name, mode: mode,
            files: pinned.map { .init(name: $0.name, size: $0.size, sha256: $0.sha256) }, profile: contributor.profile,
            profileText: profileText, program: environment.program)
    }
}

extension PinnedSubmission {
    /// The files as ingest pins them.
    var pinned: [PinnedFile] { files.map { PinnedFile(name: $0.name, size: $0.size, sha256: $0.sha256) } }
}
