internal import Catalog
internal import Foundation
internal import Update

/// What an update would do, without changing anything: the stages work in a folder that goes when the plan is made, on a
/// copy of the ledger, and the install is rolled back.
extension UpdateRunner {
    /// Plans the update of `client` for `period`.
    ///
    /// - Parameters:
    ///   - contributors: nil for all.
    ///   - tell: gets the plan line by line.
    /// - Throws: `RunRefusal` where the client is locked or a name is unknown; what `tell` throws.
    public func plan(
        _ pipeline: PipelinePlan, client: ClientPlan, period: String, contributors: Set<String>? = nil,
        _ tell: (PlanLine) throws -> Void
    ) throws {
        guard let due = pipeline.schedule.due(ofPeriod: period) else {
            throw RunRefusal("'\(period)' is no period of the pipeline \(pipeline.name)")
        }
        try check(contributors, of: client)
        let lock = try environment.lock(client.name, purpose: "plan \(client.name)/\(period)")
        defer { withExtendedLifetime(lock) {} }
        let trial = try TrialFolder()
        let planned = try environment.trial(in: trial.path)
        for contributor in try environment.present(client) where contributors?.contains(contributor.symbol) ?? true {
            try environment.folder(client: client.name, period: period, contributor: contributor.symbol).mirror(
                to: planned.folder(client: client.name, period: period, contributor: contributor.symbol))
            let run = SubmissionRun(
                environment: planned, client: client, contributor: contributor, pipeline: pipeline, period: period,
                slot: due)
            do {
                try run.plan(tell)
            } catch let failure as StageFailure {
                try tell(.ended(contributor.symbol, "it would fail: \(failure)"))
            } catch let refusal as CatalogRefusal {
                try tell(.ended(contributor.symbol, "it would fail: \(refusal)"))
            }
        }
    }

    /// Plans what going on with an update that the ledger knows would do.
    public func plan(
        _ run: UpdateRow, client: ClientPlan, contributors: Set<String>? = nil, _ tell: (PlanLine) throws -> Void
    ) throws {
        guard let pipeline = environment.workspace.pipelines[run.pipeline] else {
            throw RunRefusal(
                "\(run.run) belongs to the pipeline '\(run.pipeline)', and there is no pipelines/\(run.pipeline).yaml")
        }
        try plan(pipeline, client: client, period: run.period, contributors: contributors, tell)
    }
}

extension RunEnvironment {
    /// The same workspace, but with runs and a copy of the ledger in `folder`; deliveries stay where they are, and nothing
    /// is fetched.
    func trial(in folder: String) throws -> RunEnvironment {
        let copy = "\(folder)/ledger.sqlite"
        try ledger.copy(to: copy)
        return RunEnvironment(
            workspace: workspace.withRuns(in: "\(folder)/runs"), ledger: try Ledger(path: copy), clock: clock,
            freeSpace: freeSpace, program: program, isTrial: true)
    }
}

extension SubmissionFolder {
    /// Makes `other` show what this folder holds, by links to its attempts: what is written there stays there.
    fileprivate func mirror(to other: SubmissionFolder) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return }
        try manager.createDirectory(atPath: other.path, withIntermediateDirectories: true)
        for name in [PinnedSubmission.fileName, GateVerdict.fileName]
        where manager.fileExists(atPath: "\(path)/\(name)") {
            try manager.copyItem(atPath: "\(path)/\(name)", toPath: "\(other.path)/\(name)")
        }
        for stage in StageName.allCases where manager.fileExists(atPath: self.stage(stage)) {
            try manager.createDirectory(atPath: other.stage(stage), withIntermediateDirectories: true)
            for name in try manager.contentsOfDirectory(atPath: self.stage(stage)) where !name.hasSuffix(".part") {
                let (from, to) = ("\(self.stage(stage))/\(name)", "\(other.stage(stage))/\(name)")
                if Int(name) != nil {
                    try manager.createSymbolicLink(atPath: to, withDestinationPath: from)
                } else {
                    try manager.copyItem(atPath: from, toPath: to)
                }
            }
        }
    }
}

/// A folder that goes with its owner.
private final class TrialFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
