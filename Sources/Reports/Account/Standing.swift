internal import Catalog
internal import Foundation
internal import Pipeline
internal import Update

/// Where a submission stands: as the ledger has it, or as its folder shows where there is no ledger.
struct Standing {
    var state = SubmissionState.working
    /// Why it is held, waits, was refused, undone or failed; else empty.
    var reason = ""
    /// What people decided, as sentences.
    var decisions: [String] = []

    init(attempts: [Attempt], gate: GateVerdict?) {
        if attempts.contains(where: { $0.stage == .install }) {
            state = .installed
        } else if gate?.passes == false {
            state = .held
        }
    }

    /// Takes what the ledger says of the submission, if it says anything.
    mutating func read(
        _ ledger: Ledger?, _ client: String, _ period: String, _ contributor: String, in workspace: Workspace
    ) throws {
        guard let ledger else { return }
        if let row = try ledger.submissions(client: client, period: period, contributor: contributor).first {
            state = row.state
            reason = Self.reason(of: row, in: workspace)
        }
        decisions = try ledger.decisions(client: client, period: period).filter { $0.contributor == contributor }.map {
            "\($0.verb.past.capitalized) by \($0.who): \($0.reason)"
        }
    }

    /// A cause can name a file; where the workspace lies is nobody's business.
    static func reason(of row: SubmissionRow, in workspace: Workspace) -> String {
        row.reason.replacingOccurrences(of: workspace.folder + "/", with: "")
    }
}

extension Workspace {
    /// The ledger; nil where there is none yet, and none is made.
    func existingLedger() throws -> Ledger? {
        let path = path("ledger.sqlite")
        return FileManager.default.fileExists(atPath: path) ? try Ledger(path: path) : nil
    }
}
