internal import Pipeline
internal import Update

extension SubmissionFolder {
    /// The attempts that count: each stage's current one where it read what the stages before have left. Install is absent
    /// where inspect rolled it back.
    func countingAttempts() throws -> [Attempt] {
        var attempts: [Attempt] = []
        for stage in StageName.allCases {
            guard let attempt = try current(stage) else { continue }
            if stage == .ingest || attempt.summary.input == Self.input(of: stage, attempts) { attempts.append(attempt) }
        }
        return attempts
    }

    /// The checksum of what a stage reads: that of the stage before, or of scrub's and validate's spools together.
    private static func input(of stage: StageName, _ attempts: [Attempt]) -> String? {
        func output(_ stage: StageName) -> String? { attempts.first { $0.stage == stage }?.summary.output }
        switch stage {
        case .ingest: return nil
        case .scrub: return output(.ingest)
        case .validate: return output(.scrub)
        case .install, .inspect:
            return output(.scrub).flatMap { records in output(.validate).map { "\(records) \($0)" } }
        }
    }
}

extension [Attempt] {
    /// Those whose result stands: of a version that was taken back, install and inspect have left nothing.
    func left(by state: SubmissionState) -> [Attempt] {
        switch state {
        case .undoing, .undone: filter { $0.stage < .install }
        default: self
        }
    }
}
