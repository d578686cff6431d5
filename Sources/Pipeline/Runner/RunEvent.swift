public import Update

/// What happens in a run, for whoever watches: a person's terminal, a log.
public enum RunEvent: Sendable {
    case updateStarted(run: String, pipeline: String)
    /// An update was found whose process had died; it goes on.
    case updateRecovered(run: String)
    /// Files came from a contributor's source into its drop folder.
    case fetched(contributor: String, files: [String])
    case stageStarted(contributor: String, stage: StageName)
    /// Records done so far; `of` is nil while nobody knows how many there are.
    case progress(contributor: String, stage: StageName, records: Int, of: Int?)
    case stageEnded(contributor: String, summary: StageSummary)
    /// The stage's result of an earlier attempt still counts.
    case stageKept(contributor: String, stage: StageName)
    case submissionEnded(contributor: String, state: SubmissionState, reason: String)
    case nothingDelivered(contributor: String)
    /// Something a person should know that belongs to no contributor.
    case notice(String)
    case updateEnded(run: String, outcome: UpdateOutcome)
}

/// Gets told what happens in a run.
public typealias RunObserver = @Sendable (RunEvent) -> Void

/// How a run came out, in the order of weight; the exit status follows from it.
public enum UpdateOutcome: Int, Sendable, Comparable {
    case done = 0
    /// A person must decide.
    case held = 1
    /// A stage failed.
    case failed = 3

    public static func < (left: UpdateOutcome, right: UpdateOutcome) -> Bool { left.rawValue < right.rawValue }
}
