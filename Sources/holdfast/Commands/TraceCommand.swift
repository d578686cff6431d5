internal import ArgumentParser
internal import Catalog
internal import Pipeline
internal import Reports

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "What became of a record: from the byte in the file through every update to what stands now.")

    @OptionGroup var options: ClientOptions

    @Argument(help: "The contributor.")
    var contributor: String

    @Argument(help: "The record's control number, as the contributor's profile finds it.")
    var controlNumber: String

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let (environment, client) = try options.open()
        let trace = try RecordTrace(
            RecordIdentity(contributor: contributor, controlNumber: controlNumber), client: client, environment,
            in: environment.workspace.store(of: client).reading())
        if json { return try printJSON(trace) }
        for line in trace.lines { Standard.write(line + "\n") }
    }
}
