internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a pipeline: what contributors delivered goes through all five stages.",
        discussion: "Exit status: 0 done, 1 something is held for a person, 2 usage or configuration, 3 a stage failed."
    )

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The pipeline, as in weekly (pipelines/weekly.yaml).")
    var pipeline: String

    @Option(help: "The client; else every client.")
    var client: String?

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Option(help: "The period, as in 2026-W47 or 2026-11; else that of today.")
    var period: String?

    @Flag(help: "Say what the run would do, record by record, and change nothing.")
    var plan = false

    @Flag(help: "With --plan: as JSON, an object a line.")
    var json = false

    func validate() throws {
        if json, !plan {
            throw ValidationError("--json goes with --plan; a run says how it came out by its exit status")
        }
    }

    func run() throws {
        let environment = try options.environment()
        guard let chosen = environment.workspace.pipelines[pipeline] else {
            let known = environment.workspace.pipelines.keys.sorted().joined(separator: ", ")
            throw RunRefusal("there is no pipeline '\(pipeline)'; pipelines/ has \(known)")
        }
        let clients =
            try client.map { [try environment.workspace.client($0)] }
            ?? environment.workspace.clients.values.sorted { $0.name < $1.name }
        let period = period ?? chosen.schedule.period(of: environment.clock.now())
        let only = contributors.isEmpty ? nil : Set(contributors)
        if plan {
            for client in clients {
                try UpdateRunner(environment).plan(
                    chosen, client: client, period: period, contributors: only, PlanPrinter(asJSON: json).print)
            }
            return
        }
        var worst = UpdateOutcome.done
        for client in clients {
            let outcome = try UpdateRunner(environment).run(
                chosen, client: client, period: period, contributors: only)
            worst = max(worst, outcome)
        }
        throw worst.status.code
    }
}
