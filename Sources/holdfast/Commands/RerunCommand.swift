internal import ArgumentParser
internal import Pipeline
internal import Update

extension StageName: ExpressibleByArgument {}

struct RerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun", abstract: "Do the stages of an update again from one on, with today's profiles.",
        discussion: "An installed submission's version is replaced in one transaction.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var run: RunName

    @Option(help: "The first stage to do again: ingest, scrub, validate, install or inspect.")
    var from: StageName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    func run() throws {
        let environment = try options.environment()
        let client = try environment.workspace.client(run.client)
        let outcome = try UpdateRunner(environment).rerun(
            try run.row(in: environment), client: client, from: from,
            contributors: contributors.isEmpty ? nil : Set(contributors))
        throw outcome.status.code
    }
}
