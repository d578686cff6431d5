internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take all records and holdings of a contributor out of a client's database.",
        discussion: """
            It is one version, and undo of the day it was made brings everything back. Until then, or until readmit, the \
            contributor is neither expected nor collected.
            """)

    @OptionGroup var options: ClientOptions

    @Argument(help: "The contributor.")
    var contributor: String

    @Option(help: "Why; it is kept.")
    var reason: String?

    @Option(help: "Who decides; else the user of this computer.")
    var who: String?

    @Flag(help: "Say what would leave, and change nothing.")
    var plan = false

    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
        if !plan, reason == nil {
            throw ValidationError("a reason is kept with every decision; say it with --reason TEXT")
        }
    }

    func run() throws {
        let (environment, client) = try options.open()
        let runner = UpdateRunner(environment)
        let account =
            try plan
            ? runner.planWithdrawal(client, contributor)
            : runner.withdraw(client, contributor, who: who ?? NSUserName(), reason: reason ?? "")
        if json { return try printJSON(account) }
        for line in account.lines(isPlan: plan) { print(line) }
        guard !plan, let withdrawal = try environment.ledger.withdrawals(client: client.name)[contributor] else {
            return
        }
        print(
            "to bring it all back: holdfast undo \(client.name)/\(withdrawal.period) --contributor \(contributor) --reason "
                + "TEXT; to begin anew with what it sends: holdfast readmit \(client.name) \(contributor) --reason TEXT"
        )
    }
}

struct ReadmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readmit",
        abstract: "Expect and collect the deliveries of a contributor again that was withdrawn.")

    @OptionGroup var options: ClientOptions

    @Argument(help: "The contributor.")
    var contributor: String

    @OptionGroup var why: ReasonOptions

    func run() throws {
        let (environment, client) = try options.open()
        try UpdateRunner(environment).readmit(
            client, contributor, who: why.decider, reason: why.reason)
        print("\(contributor) is expected and collected again; its records come with its next full load")
    }
}
