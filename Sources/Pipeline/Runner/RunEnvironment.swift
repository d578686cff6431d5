internal import Foundation
internal import Update

/// What a run works with: the workspace, the ledger, a clock, and somebody who watches.
public struct RunEnvironment {
    public let workspace: Workspace
    public let ledger: Ledger
    public let clock: WallClock
    /// The program's version, as submissions note it.
    public let program: String
    public let observer: RunObserver
    /// Makes the report of a submission that came to rest; what it throws is told, and stops nothing.
    public let report: (SubmissionFolder) throws -> Void
    /// Makes the page of an update, by client and period, when all its submissions came to rest; what it throws is told.
    public let reportUpdate: (String, String) throws -> Void
    /// How much room there is for what stages write.
    public let freeSpace: FreeSpace
    /// Whether nothing outside the runs and the ledger may change: nothing is fetched, and deliveries stay where they are.
    let isTrial: Bool

    public init(
        workspace: Workspace, ledger: Ledger, clock: WallClock = .system, freeSpace: FreeSpace = .system,
        program: String,
        observer: @escaping RunObserver = { _ in }, report: @escaping (SubmissionFolder) throws -> Void = { _ in },
        reportUpdate: @escaping (String, String) throws -> Void = { _, _ in }
    ) {
        self.init(
            workspace: workspace, ledger: ledger, clock: clock, freeSpace: freeSpace, program: program, isTrial: false,
            observer: observer,
            report: report, reportUpdate: reportUpdate)
    }

    init(
        workspace: Workspace, ledger: Ledger, clock: WallClock, freeSpace: FreeSpace, program: String, isTrial: Bool,
        observer: @escaping RunObserver = { _ in }, report: @escaping (SubmissionFolder) throws -> Void = { _ in },
        reportUpdate: @escaping (String, String) throws -> Void = { _, _ in }
    ) {
        self.workspace = workspace
        self.isTrial = isTrial
        self.ledger = ledger
        self.clock = clock
        self.freeSpace = freeSpace
        self.program = program
        self.observer = observer
        self.report = report
        self.reportUpdate = reportUpdate
    }

    /// The folder of all of a client's runs.
    func runs(_ client: String) -> String { workspace.path("\(workspace.settings.runs)/\(client)") }

    /// The folder of one submission.
    public func folder(client: String, period: String, contributor: String) -> SubmissionFolder {
        SubmissionFolder(path: "\(runs(client))/\(period)/\(contributor)")
    }

    /// Takes the lock of a client; it is held as long as what is returned lives.
    func lock(_ client: String, purpose: String) throws -> ClientLock {
        try FileManager.default.createDirectory(atPath: runs(client), withIntermediateDirectories: true)
        return try ClientLock(path: "\(runs(client))/.lock", client: client, purpose: purpose)
    }

    /// Does `body` while nobody else changes the client's runs.
    ///
    /// - Throws: `RunRefusal` where somebody does; what `body` throws.
    public func holding<Result>(_ client: String, purpose: String, _ body: () throws -> Result) throws -> Result {
        let lock = try lock(client, purpose: purpose)
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// Who works on a client now; nil where nobody does.
    public func worker(on client: String) -> String? { ClientLock.holder(path: "\(runs(client))/.lock") }
}
