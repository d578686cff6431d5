internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What every command takes that is a person's decision.
struct ReasonOptions: ParsableArguments {
    @Option(help: "Why; it is kept.")
    var reason: String

    @Option(help: "Who decides; else the user of this computer.")
    var who: String?

    var decider: String { who ?? NSUserName() }
}

/// What `release` and `refuse` take.
struct DecisionOptions: ParsableArguments {
    @Argument(help: "The update, CLIENT/PERIOD.")
    var run: RunName

    @Option(help: "The contributor whose submission, or purge, is held.")
    var contributor: String

    @OptionGroup var why: ReasonOptions
}

struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let a held submission on: it is installed at once.")

    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var decision: DecisionOptions

    func run() throws {
        let environment = try options.environment()
        let outcome = try UpdateRunner(environment).release(
            try decision.run.row(in: environment), client: try environment.workspace.client(decision.run.client),
            contributor: decision.contributor, who: decision.why.decider, reason: decision.why.reason)
        throw outcome.status.code
    }
}

struct RefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Turn a held submission down: nothing of it is installed.")

    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var decision: DecisionOptions

    func run() throws {
        let environment = try options.environment()
        let outcome = try UpdateRunner(environment).refuse(
            try decision.run.row(in: environment), client: try environment.workspace.client(decision.run.client),
            contributor: decision.contributor, who: decision.why.decider, reason: decision.why.reason)
        throw outcome.status.code
    }
}
