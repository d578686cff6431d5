internal import ArgumentParser
internal import Catalog
internal import Pipeline

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract:
            "Read every row, the index and all sums of a client's database; name what was altered behind Holdfast's back.",
        discussion: "Exit status 0 where everything is as Holdfast left it, else 3.")

    @OptionGroup var options: ClientOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let (environment, client) = try options.open()
        let report = try environment.holding(client.name, purpose: "audit \(client.name)") {
            do {
                return try ClientAudit.run(client, in: environment.workspace)
            } catch let refusal as CatalogRefusal {
                throw RunRefusal(refusal.description)
            }
        }
        if json { try printJSON(report) } else { for line in report.lines { Standard.write(line + "\n") } }
        Standard.flush()
        if !report.isSound { throw ExitStatus.failed.code }
    }
}
