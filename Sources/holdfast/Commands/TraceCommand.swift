internal import ArgumentParser
internal import Catalog
internal import Pipeline
internal import Reports

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "What became of a record: from the byte in the file through every update to what stands now.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The client.")
    var client: String

    @Argument(help: "The contributor.")
    var contributor: String

    @Argument(help: "The record's control number, as the contributor's profile finds it.")
    var controlNumber: String

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        let client = try environment.workspace.client(client)
        let trace = try RecordTrace(
            RecordIdentity(contributor: contributor, controlNumber: controlNumber), client: client, environment,
            in: environment.workspace.store(of: client).reading())
        if json { return try printJSON(trace) }
        for line in trace.lines { Standard.write(line + "\n") }
    }
}
