internal import Foundation
internal import Glibc
internal import Pipeline
internal import Synchronization
internal import Update

/// Shows a run as it goes: one line that changes on a terminal, plain lines elsewhere, nothing but notices when quiet.
final class Progress: Sendable {
    private let isTerminal: Bool
    private let isQuiet: Bool
    private let state = Mutex(State())

    private struct State {
        var started = Date()
        var shown = Date.distantPast
        var hasLine = false
    }

    init(isQuiet: Bool) {
        isTerminal = isatty(STDERR_FILENO) == 1
        self.isQuiet = isQuiet
    }

    /// Takes an event of a run.
    func observe(_ event: RunEvent) {
        switch event {
        case .notice(let text): line(text, evenWhenQuiet: true)
        case .updateRecovered(let run):
            line("\(run) was left unfinished by a process that died; it goes on", evenWhenQuiet: true)
        case .updateStarted(let run, let pipeline): line("\(run): \(pipeline) begins")
        case .fetched(let contributor, let files): line("  \(contributor) fetched \(files.joined(separator: ", "))")
        case .stageStarted(let contributor, let stage):
            state.withLock { $0.started = Date() }
            if isTerminal { overwrite("  \(contributor) \(stage.rawValue) …") }
        case .progress(let contributor, let stage, let records, let total): progress(contributor, stage, records, total)
        case .stageEnded(let contributor, let summary): line("  \(contributor) \(Self.text(summary))")
        case .stageKept(let contributor, let stage): line("  \(contributor) \(stage.rawValue): done before, kept")
        case .submissionEnded(let contributor, let submission, let reason): ended(contributor, submission, reason)
        case .nothingDelivered(let contributor): line("  \(contributor): nothing delivered")
        case .updateEnded(let run, let outcome): line("\(run): \(Self.word(outcome))")
        }
    }

    private func ended(_ contributor: String, _ submission: SubmissionState, _ reason: String) {
        let because = reason.isEmpty ? "" : ": \(reason)"
        line(
            "  \(contributor) \(submission.rawValue)\(because)",
            evenWhenQuiet: submission == .failed || submission == .held)
    }

    /// `ingest: 120 records in; passed 118, rejected 2; 14 defects (3 major, 11 minor)`.
    static func text(_ summary: StageSummary) -> String {
        let dispositions = Disposition.allCases.compactMap { disposition in
            summary.dispositions[disposition.name].map { "\(disposition.name) \($0)" }
        }
        let severities = Severity.allCases.reversed().compactMap { severity in
            summary.defects.bySeverity[severity.name].map { "\($0) \(severity.name)" }
        }
        var text = "\(summary.stage.rawValue): \(summary.recordsIn) records"
        if !dispositions.isEmpty { text += "; \(dispositions.joined(separator: ", "))" }
        if summary.unreadable > 0 { text += "; \(summary.unreadable) unreadable pieces" }
        if !severities.isEmpty { text += "; defects \(severities.joined(separator: ", "))" }
        return text
    }

    private func progress(_ contributor: String, _ stage: StageName, _ records: Int, _ total: Int?) {
        guard isTerminal, !isQuiet else { return }
        let now = Date()
        let elapsed = state.withLock { state -> TimeInterval? in
            guard now.timeIntervalSince(state.shown) > 0.2 else { return nil }
            state.shown = now
            return now.timeIntervalSince(state.started)
        }
        guard let elapsed, elapsed > 0 else { return }
        let rate = Double(records) / elapsed
        var text = "  \(contributor) \(stage.rawValue) \(records)"
        if let total { text += " of \(total)" }
        text += " records, \(Int(rate)) a second"
        if let total, rate > 0 { text += ", \(Int((Double(max(0, total - records)) / rate).rounded(.up))) s left" }
        overwrite(text)
    }

    private func overwrite(_ text: String) {
        guard !isQuiet else { return }
        state.withLock { $0.hasLine = true }
        Message.write("\r\u{1B}[K\(text)")
    }

    private func line(_ text: String, evenWhenQuiet: Bool = false) {
        guard !isQuiet || evenWhenQuiet else { return }
        let clears = state.withLock { state -> Bool in
            defer { state.hasLine = false }
            return state.hasLine
        }
        Message.plain((clears ? "\r\u{1B}[K" : "") + text)
    }

    private static func word(_ outcome: UpdateOutcome) -> String {
        switch outcome {
        case .done: "done"
        case .held: "a person must decide; holdfast status says what"
        case .failed: "a stage failed; holdfast status says which and why"
        }
    }
}
