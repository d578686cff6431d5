internal import ArgumentParser
internal import Pipeline

struct RetainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain",
        abstract: "Remove what is older than holdfast.yaml says to keep; monthly updates end with it.",
        discussion: """
            retention: { spools: 12, versions: 12 } keeps the files and spools of each contributor's last twelve submissions, \
            and the images that its last twelve versions need to be undone. What is held or failed keeps everything. \
            Reports, defects and counts stay for good.
            """)

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The client; else every client.")
    var client: String?

    @Flag(help: "Say what would be removed, and remove nothing.")
    var plan = false

    @Flag(help: "As JSON: an object a client.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        let clients =
            try client.map { [try environment.workspace.client($0)] }
            ?? environment.workspace.clients.values.sorted { $0.name < $1.name }
        var accounts: [String: RetentionAccount] = [:]
        for client in clients { accounts[client.name] = try UpdateRunner(environment).retain(client, isPlan: plan) }
        if json { return try printJSON(accounts) }
        for (name, account) in accounts.sorted(by: { $0.key < $1.key }) {
            if account.isEmpty { print("\(name): nothing is older than what is kept") }
            for line in account.lines(isPlan: plan) { print(line) }
        }
    }
}
