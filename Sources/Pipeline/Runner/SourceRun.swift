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
    /// - Throws: ``SourceFailure``; what the ledger and the disk refuse.
    func fetch() throws -> Fetched? {
        guard let source = contributor.source else { return nil }
        do {
            let outcome = try collection(of: source).run()
            let fetched = Fetched(files: outcome.landed, unchanged: outcome.unchanged, address: source.address.text)
            if !fetched.files.isEmpty {
                environment.observer(.fetched(contributor: contributor.symbol, files: fetched.files.map(\.name)))
            }
            return fetched
        } catch let error as TransferError {
            throw SourceFailure(defect: SourceDefects.defect(for: error))
        }
    }

    /// Takes away at the source what submissions hold safely. What cannot be done is told, and tried again next time.
    func tidy() {
        guard let source = contributor.source else { return }
        do {
            for problem in try collection(of: source).tidy() { tell(problem) }
        } catch {
            tell("the source could not be tidied: \(error)")
        }
    }

    private func tell(_ problem: String) { environment.observer(.notice("\(contributor.symbol): \(problem)")) }

    private func collection(of source: FileSource) throws -> SourceCollection {
        let (workspace, clock) = (environment.workspace, environment.clock)
        let inbox = DropFolder(path: workspace.path(workspace.settings.inbox))
        let delivered = try environment.ledger.delivered(client: client.name, contributor: contributor.symbol)
        return SourceCollection(
            source, into: inbox.folder(client: client.name, contributor: contributor.symbol),
            memory: environment.ledger.memory(client: client.name, contributor: contributor.symbol),
            surroundings: TransferSurroundings(sleep: { clock.sleep($0) }, absolute: { workspace.path($0) }),
            settleSeconds: workspace.settings.settleSeconds, growthWaitSeconds: workspace.settings.growthWaitSeconds,
            isDelivered: { delivered[$0] != nil })
    }
}

/// A source that could not be collected from, and the defect that says why.
struct SourceFailure: Error, CustomStringConvertible {
    let defect: Defect

    /// `ingest.source-unreachable: sftp://ftp.library.example/export/: no connection …`.
    var description: String { "\(defect.code.name): \(defect.message)" }
}
