internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "What going on with an update would do, without changing anything.",
        discussion: "As run PIPELINE --plan says it for an update that has not run yet.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var update: RunName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Flag(help: "As JSON, an object a line.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        try UpdateRunner(environment).plan(
            try update.row(in: environment), client: try environment.workspace.client(update.client),
            contributors: contributors.isEmpty ? nil : Set(contributors), PlanPrinter(asJSON: json).print)
    }
}

/// Prints a plan line by line.
struct PlanPrinter {
    let asJSON: Bool

    func print(_ line: PlanLine) throws {
        guard asJSON else {
            for text in line.lines { Standard.write(text + "\n") }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Standard.write(try Array(encoder.encode(line)) + [0x0A])
    }
}
