internal import Foundation
internal import Ingest
internal import Transfer
internal import Update

/// Fetching what a contributor's source offers into its drop folder.
struct SourceRun {
    let environment: RunEnvironment
    let client: ClientPlan
    let contributor: ClientPlan.Contributor

    /// What fetching came to.
    struct Fetched {
        var files: [RememberedFile] = []
        var unchanged = 0
        /// Where it was looked.
        var address = ""

        var defectOfNothing: Defect { SourceDefects.nothingNew(at: address, unchanged: unchanged) }
    }

    /// Fetches what is new; nil where the contributor has no source.
    ///
    /// - Parameters:
    ///   - mode: what the submission is to be; for a full load a repository is harvested from the beginning.
    ///   - since: the date from which a repository is harvested, in place of the one kept from the last time.
    /// - Throws: ``SourceFailure``; what the ledger and the disk refuse.
    func fetch(_ mode: Mode, since: String? = nil) throws -> Fetched? {
        guard let source = contributor.source else { return nil }
        do {
            let outcome = try collect(source, mode, since: since)
            let fetched = Fetched(files: outcome.landed, unchanged: outcome.unchanged, address: source.address.text)
            if !fetched.files.isEmpty {
                environment.observer(.fetched(contributor: contributor.symbol, files: fetched.files.map(\.name)))
            }
            return fetched
        } catch let error as TransferError {
            throw SourceFailure(defect: SourceDefects.defect(for: error))
        }
    }

    private func collect(_ source: ContributorSource, _ mode: Mode, since: String?) throws -> SourceCollection.Outcome {
        switch source {
        case .files(let files): return try collection(of: files).run()
        case .harvest(let repository):
            let delivered = try delivered()
            return try OAIHarvest(
                repository, isFull: mode == .full, since: since, into: folder, memory: memory,
                surroundings: surroundings,
                tell: { tell($0) }, isDelivered: { delivered[$0] != nil }
            ).run()
        }
    }

    /// Takes away at the source what submissions hold safely. What cannot be done is told, and tried again next time.
    func tidy() {
        guard case .files(let source) = contributor.source else { return }
        do {
            for problem in try collection(of: source).tidy() { tell(problem) }
        } catch {
            tell("the source could not be tidied: \(error)")
        }
    }

    private func tell(_ problem: String) { environment.observer(.notice("\(contributor.symbol): \(problem)")) }

    private func collection(of source: FileSource) throws -> SourceCollection {
        let (settings, delivered) = (environment.workspace.settings, try delivered())
        return SourceCollection(
            source, into: folder, memory: memory, surroundings: surroundings, settleSeconds: settings.settleSeconds,
            growthWaitSeconds: settings.growthWaitSeconds, isDelivered: { delivered[$0] != nil })
    }

    /// The contributor's drop folder.
    private var folder: String {
        let workspace = environment.workspace
        return DropFolder(path: workspace.path(workspace.settings.inbox))
            .folder(client: client.name, contributor: contributor.symbol)
    }

    private var memory: LedgerMemory {
        environment.ledger.memory(client: client.name, contributor: contributor.symbol)
    }

    private var surroundings: TransferSurroundings {
        let (workspace, clock) = (environment.workspace, environment.clock)
        return TransferSurroundings(sleep: { clock.sleep($0) }, absolute: { workspace.path($0) })
    }

    /// By checksum, what submissions hold.
    private func delivered() throws -> [String: String] {
        try environment.ledger.delivered(client: client.name, contributor: contributor.symbol)
    }
}

/// A source that could not be collected from, and the defect that says why.
struct SourceFailure: Error, CustomStringConvertible {
    let defect: Defect

    /// `ingest.source-unreachable: sftp://ftp.library.example/export/: no connection …`.
    var description: String { "\(defect.code.name): \(defect.message)" }
}
