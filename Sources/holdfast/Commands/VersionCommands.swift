internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Pipeline

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What stands otherwise in a client's database after one version than after another.",
        discussion:
            "A line a record: + added, - deleted, ~ replaced, then the fields that differ. Version 0 is the empty database."
    )

    @OptionGroup var options: ClientOptions

    @Argument(help: "The earlier version, a number.")
    var earlier: Int

    @Argument(help: "The later version.")
    var later: Int

    @Flag(help: "As JSON, an object a line.")
    var json = false

    func run() throws {
        let reading = try options.reading()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try VersionDifference.forEach(in: reading, from: earlier, to: later) { difference in
            if json { return Standard.write(try Array(encoder.encode(difference)) + [0x0A]) }
            for line in difference.lines { Standard.write(line + "\n") }
        }
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the records of a client's database to the standard output.",
        discussion: "Exit status 0, or 1 where a record was left out because the format has no room for it.")

    @OptionGroup var options: ClientOptions

    @Option(help: "This contributor's records alone.")
    var contributor: String?

    @Option(help: "As the database stood after this version; else as it stands now.")
    var version: Int?

    @Option(help: "\(ConvertCommand.targets).", transform: ConvertCommand.target)
    var to: Conversion.Target = .iso2709

    func run() throws {
        let reading = try options.reading()
        let outcome = try CatalogExport.run(reading, contributor: contributor, version: version, to: to) {
            Standard.write($0)
        }
        Standard.flush()
        for name in outcome.leftOut {
            Message.plain("\(name) does not fit into the format and was left out; marcxml has room for it")
        }
        if !options.workspace.quiet { Message.plain("\(outcome.written) records written") }
        if !outcome.leftOut.isEmpty { throw ExitCode(1) }
    }
}
