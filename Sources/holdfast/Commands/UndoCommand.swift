internal import ArgumentParser
internal import Pipeline

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back what an update has installed: the database is as before, whatever others installed since.",
        discussion: """
            A contributor's newest version is undone first; where a later one stands on it, the command says which and \
            changes nothing. What was undone stays so: only rerun installs it again.
            """)

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var update: RunName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Flag(help: "Only the purge of records that had lost their last holding; what was installed stays.")
    var purge = false

    @OptionGroup var why: ReasonOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        let undone = try UpdateRunner(environment).undo(
            try environment.workspace.client(update.client), period: update.period,
            contributors: contributors.isEmpty ? nil : Set(contributors), purgeOnly: purge, who: why.decider,
            reason: why.reason)
        if json { return try printJSON(undone) }
        for version in undone {
            print(
                "\(version.contributor): version \(version.version) of \(version.period) is undone; \(version.removed) "
                    + "records are gone that it had added, \(version.restored) are as before that it had replaced or "
                    + "deleted; the contributor has \(version.records) records")
        }
    }
}
