internal import Foundation
internal import Ingest
internal import Update

/// Folders of the inbox that belong to no contributor: reported and left where they are.
extension UpdateRunner {
    /// Says what lies in the drop folders of contributors that were withdrawn; it is left there.
    func tellWithdrawn(_ client: ClientPlan) throws {
        let inbox = DropFolder(path: environment.workspace.path(environment.workspace.settings.inbox))
        for (symbol, withdrawal) in try environment.ledger.withdrawals(client: client.name).sorted(by: {
            $0.key < $1.key
        }) {
            let files = try inbox.deliveries(client: client.name, contributor: symbol).count
            if files == 0 { continue }
            environment.observer(
                .notice(
                    "\(symbol) \(withdrawal.text); \(files) files in its drop folder are left there"))
        }
    }

    /// Reports them in the update's own `defects.jsonl`, and to whoever watches.
    ///
    /// - Returns: how many there are.
    func reportStrangers(_ client: ClientPlan, _ period: String) throws -> Int {
        let inbox = DropFolder(path: environment.workspace.path(environment.workspace.settings.inbox))
        let known = environment.workspace.clients.mapValues { Set($0.contributors.map(\.symbol)) }
        let defects = try ContributorUnknown.defects(in: inbox, known: known)
            .filter { $0.file?.hasPrefix("\(client.name)/") ?? false }
        let path = "\(environment.runs(client.name))/\(period)/\(StageFile.defects)"
        guard !defects.isEmpty else {
            // An earlier run may have found some.
            try? FileManager.default.removeItem(atPath: path)
            return 0
        }
        try FileManager.default.createDirectory(
            atPath: "\(environment.runs(client.name))/\(period)", withIntermediateDirectories: true)
        var writer = try DefectWriter(path: path, client: client.name)
        try writer.write(defects)
        try writer.finish()
        for defect in defects { environment.observer(.notice("\(defect.file ?? ""): \(defect.message)")) }
        return defects.count
    }
}
