internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct CollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract:
            "Fetch what is new at the sources of a client's contributors into their drop folders; run does it first.",
        discussion: """
            What was fetched before is not fetched again, and a transfer that broke off goes on. Exit status: 0 done, 2 usage or \
            configuration, 3 a source could not be collected from.
            """)

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The client, as in clients/CLIENT.yaml.")
    var client: String

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Option(help: "Harvest repositories from this day on, 2026-01-31, in place of the day kept from the last harvest.")
    var since: String?

    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
        if let since, !HarvestDate.isOne(since) {
            throw ValidationError("--since expects a day as in 2026-01-31, found '\(since)'")
        }
    }

    func run() throws {
        let environment = try options.environment()
        let reports = try SourceRunner(environment).collect(
            try environment.workspace.client(client), contributors: contributors.isEmpty ? nil : Set(contributors),
            since: since)
        if json { try printJSON(reports) } else { reports.forEach { Standard.write(Array("\(Self.line($0))\n".utf8)) } }
        if reports.contains(where: { $0.problem != nil }) { throw ExitStatus.failed.code }
    }

    private static func line(_ report: SourceRunner.Report) -> String {
        if let problem = report.problem {
            return "\(report.contributor)  \(report.code.map { "\($0): " } ?? "")\(problem)"
        }
        let before = report.unchanged == 0 ? "" : "; \(report.unchanged) fetched before"
        guard !report.files.isEmpty else { return "\(report.contributor)  nothing new\(before)" }
        let files = report.files.map { "\($0.name) (\($0.size) bytes)" }.joined(separator: ", ")
        return "\(report.contributor)  \(files)\(before)"
    }
}
