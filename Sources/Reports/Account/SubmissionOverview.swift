internal import Pipeline
internal import Update

/// A submission in one line of its update's page.
struct SubmissionOverview {
    let contributor: String
    let contributorName: String
    let mode: String
    let state: SubmissionState
    let reason: String
    let books: Books
    /// Defects of all stages by severity, by code.
    let defects: DefectTally
    let hasReport: Bool

    /// - Parameter row: what the ledger says; nil where it says nothing.
    init(_ folder: SubmissionFolder, contributor: String, name: String, row: SubmissionRow?, in workspace: Workspace)
        throws
    {
        let counting = try folder.countingAttempts()
        let facts = try folder.facts()
        let standing = Standing(attempts: counting, gate: try folder.gate())
        self.contributor = contributor
        contributorName = name
        mode = facts?.mode.rawValue ?? row?.mode ?? ""
        state = row?.state ?? standing.state
        reason = row.map { Standing.reason(of: $0, in: workspace) } ?? ""
        let attempts = counting.left(by: state)
        books = Books(stages: attempts.map(\.summary), settled: state.settled)
        var defects = attempts.reduce(into: DefectTally()) { $0.add($1.summary.defects) }
        if let uncollected = folder.uncollectedDefects {
            try DefectFile(path: uncollected).forEach {
                defects.add(code: $0.code, severity: $0.severity, action: $0.action)
            }
        }
        self.defects = defects
        hasReport = facts != nil
    }
}
