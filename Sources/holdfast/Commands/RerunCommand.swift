internal import ArgumentParser
internal import Pipeline
internal import Update

struct RerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun", abstract: "Do the stages of an update again from one on, with today's profiles.",
        discussion: "An installed submission's version is replaced in one transaction.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var update: RunName

    @Option(
        help: "The first stage to do again: ingest, scrub, validate, install or inspect.", transform: StageName.named)
    var from: StageName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    func run() throws {
        let environment = try options.environment()
        let client = try environment.workspace.client(update.client)
        let outcome = try UpdateRunner(environment).rerun(
            try update.row(in: environment), client: client, from: from,
            contributors: contributors.isEmpty ? nil : Set(contributors))
        throw outcome.status.code
    }
}

extension StageName {
    /// The stage of that name, for an option.
    static func named(_ text: String) throws -> StageName {
        if let stage = StageName(rawValue: text) { return stage }
        throw ValidationError("'\(text)' is no stage; the stages are ingest, scrub, validate, install and inspect")
    }
}
