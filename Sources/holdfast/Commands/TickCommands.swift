internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Which slots are due, and when each pipeline's next one is; runs nothing.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        let (due, next) = try Tick(environment).due()
        let format = ISO8601DateFormatter()
        if json {
            let rows =
                due.map {
                    DueRow(
                        state: "due", client: $0.client, pipeline: $0.pipeline, period: $0.period,
                        at: format.string(from: $0.due))
                }
                + next.map {
                    DueRow(
                        state: "next", client: $0.client, pipeline: $0.pipeline, period: $0.slot.period,
                        at: format.string(from: $0.slot.due))
                }
            try printJSON(rows)
            return
        }
        for slot in due {
            print("due   \(slot.client)/\(slot.period)  \(slot.pipeline)  since \(format.string(from: slot.due))")
        }
        for entry in next {
            print(
                "next  \(entry.client)/\(entry.slot.period)  \(entry.pipeline)  at \(format.string(from: entry.slot.due))"
            )
        }
    }

    private struct DueRow: Encodable {
        let state: String
        let client: String
        let pipeline: String
        let period: String
        let at: String
    }
}

struct TickCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Do what is due, once, and go on with what broke off: all that a timer has to call.",
        discussion: """
            The first tick in a workspace makes nothing due; from then on every slot that passes is run once. Exit status as of \
            run, and 4 when something was done late or a deadline has passed.
            """)

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let outcome = try Tick(try options.environment()).run()
        let status = outcome.worst.status
        throw (status == .done && outcome.isLate ? ExitStatus.late : status).code
    }
}
