internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Make the reports of an update again, and say where they are.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var update: RunName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Flag(help: "As JSON.")
    var json = false

    private struct Made: Encodable {
        let update: String
        let submissions: [String: String]
    }

    func run() throws {
        let environment = try options.environment()
        let workspace = environment.workspace
        let symbols = try update.contributors(contributors, in: environment)
        var pages: [String: String] = [:]
        let page = try environment.holding(update.client, purpose: "report \(update.client)/\(update.period)") {
            for symbol in symbols {
                let folder = environment.folder(client: update.client, period: update.period, contributor: symbol)
                try SubmissionReports.write(folder, in: workspace)
                let made = "\(folder.path)/\(SubmissionReports.folderName)/index.html"
                if FileManager.default.fileExists(atPath: made) { pages[symbol] = made }
            }
            return try UpdateReports.write(client: update.client, period: update.period, in: workspace)
        }
        if json { return try printJSON(Made(update: page, submissions: pages)) }
        for symbol in symbols {
            Standard.write(
                "\(symbol)  \(pages[symbol] ?? "no report: nothing was collected; holdfast status \(update.client)/\(update.period) says why")\n"
            )
        }
        Standard.write("\(page)\n")
    }
}
