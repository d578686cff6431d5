internal import Foundation
public import Pipeline
internal import Update

/// The page of a whole update, `runs/CLIENT/PERIOD/index.html`: its submissions with their counts, and links to their reports.
public enum UpdateReports {
    /// Makes the page anew from what the submissions' stages and the ledger left.
    ///
    /// - Returns: the page's path.
    @discardableResult
    public static func write(client: String, period: String, in workspace: Workspace) throws -> String {
        let folder = workspace.path("\(workspace.settings.runs)/\(client)/\(period)")
        let ledger = try workspace.existingLedger()
        let rows = try ledger?.submissions(client: client, period: period) ?? []
        let plan = workspace.clients[client]
        let names = Dictionary((plan?.contributors ?? []).map { ($0.symbol, $0.name) }, uniquingKeysWith: { $1 })
        let known = Set(rows.map(\.contributor)).union(contributors(in: folder)).sorted()
        let submissions = try known.map { symbol in
            try SubmissionOverview(
                SubmissionFolder(path: "\(folder)/\(symbol)"), contributor: symbol, name: names[symbol] ?? symbol,
                row: rows.first { $0.contributor == symbol }, in: workspace)
        }
        let withdrawn = try ledger?.withdrawals(client: client) ?? [:]
        let absent = (plan?.contributors ?? []).map(\.symbol).filter { !known.contains($0) && withdrawn[$0] == nil }
        let page = UpdatePage(
            client: plan?.title ?? client, run: "\(client)/\(period)", period: period,
            pipeline: try ledger?.update(client: client, period: period)?.pipeline ?? "", submissions: submissions,
            absent: absent, missing: try missing(plan?.contributors ?? [], in: folder),
            purges: try ledger?.purges(client: client, period: period).map { purge in
                UpdatePage.Purge(
                    contributor: purge.contributor, name: names[purge.contributor] ?? purge.contributor,
                    state: purge.state.rawValue, stateStyle: purge.state == .held ? "major" : "info",
                    message: purge.message)
            } ?? [])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/index.html"
        try Durably.replace(path, with: Array(try HTMLTemplate(UpdatePage.template).render(page).utf8))
        return path
    }

    /// What the calendars had and did not come: whose, and the defect's sentence.
    private static func missing(_ contributors: [ClientPlan.Contributor], in folder: String) throws
        -> [UpdatePage.Missing]
    {
        try contributors.compactMap { contributor in
            let message = try SubmissionFolder(path: "\(folder)/\(contributor.symbol)").missingDelivery()
            return message.map { .init(contributor: contributor.symbol, name: contributor.name, message: $0) }
        }
    }

    private static func contributors(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { (try? SubmissionFolder(path: "\(folder)/\($0)").facts()).flatMap { $0 } != nil }
    }
}
