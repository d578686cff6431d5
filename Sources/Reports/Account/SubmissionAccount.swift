internal import Foundation
internal import Pipeline
internal import Update

/// What is known of a submission that came to rest, beside its defects: what came, what became of it, and why.
struct SubmissionAccount {
    /// A file as it was delivered.
    struct File: Equatable {
        let name: String
        /// Bytes.
        let size: Int
        let sha256: String
    }

    /// A file that was read, which may be a member of an archive.
    struct Part: Equatable {
        let name: String
        let format: String
        let records: Int
    }

    let client: String
    let clientTitle: String
    let contributor: String
    let contributorName: String
    let contact: String?
    let period: String
    let pipeline: String
    let profile: String
    let program: String
    let mode: Mode
    let files: [File]
    let parts: [Part]
    let state: SubmissionState
    /// Why it is held, waits, was refused or failed; else empty.
    let reason: String
    /// What people decided, as sentences.
    let decisions: [String]
    /// The attempts that count, in the order of the stages.
    let attempts: [Attempt]
    /// The path of the defects of what was not collected; nil where nothing waits.
    let uncollected: String?
    let gate: GateVerdict?
    let books: Books
    let lists: [ReportList]
    let hidden: PrivateFields
    /// What the profile does otherwise about codes and levels.
    let exceptions: [ProfileException]

    /// Records to be kept by their level after scrubbing, the best first; none where validate has not spoken yet.
    var levels: [(level: Level, count: Int)] {
        let counts = attempt(.validate)?.summary.levels ?? [:]
        return Level.allCases.compactMap { level in counts[level.name].map { (level, $0) } }
    }

    func attempt(_ stage: StageName) -> Attempt? { attempts.first { $0.stage == stage } }

    /// The reason, or what the closed gates measured where no reason is known.
    var reasonText: String {
        reason.isEmpty && state == .held ? (gate?.closed.map(\.message).joined(separator: "; ") ?? "") : reason
    }
}

extension SubmissionState {
    /// What becomes of the records that passed all stages so far.
    var settled: Disposition {
        switch self {
        case .held, .waiting: .held
        case .refused: .refused
        case .superseded: .superseded
        case .undoing, .undone: .rolledBack
        case .working, .installed, .failed: .passed
        }
    }
}
