internal import ArgumentParser
internal import Pipeline

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Are holdfast.yaml, the pipelines, clients and profiles sound? Names file and line.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let counts = [
            (workspace.clients.count, "client"), (workspace.pipelines.count, "pipeline"),
            (workspace.profiles.count, "profile"),
        ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        print("sound: \(counts.joined(separator: ", "))")
    }
}
