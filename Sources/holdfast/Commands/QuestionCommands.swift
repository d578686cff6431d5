internal import ArgumentParser
internal import Catalog
internal import Pipeline

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "How many records, holdings and clusters a client has.")

    @OptionGroup var options: ClientOptions

    @Option(help: "This contributor alone.")
    var contributor: String?

    @Flag(help: "Also how often each field and subfield stands in the records; reads them all.")
    var fields = false

    @Flag(help: "As JSON.")
    var json = false

    private struct Facts: Encodable {
        let contributors: [ClientStatistics.Count]
        let total: ClientStatistics.Count
        let fields: FieldCounts?
    }

    func run() throws {
        let reading = try options.reading()
        let statistics = try ClientStatistics(reading, contributor: contributor)
        let counts = fields ? try FieldCounts(reading, contributor: contributor) : nil
        if json {
            return try printJSON(
                Facts(contributors: statistics.contributors, total: statistics.total, fields: counts))
        }
        for line in statistics.lines + (counts?.lines ?? []) { print(line) }
    }
}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "The titles in a client's database that hold all of some words.")

    @OptionGroup var options: ClientOptions

    @Argument(help: "Words of title, authors or subjects.")
    var words: [String]

    @Option(help: "Titles at most.")
    var limit = 20

    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
        if !(1...10_000).contains(limit) {
            throw ValidationError("--limit expects a number from 1 to 10000, found \(limit)")
        }
    }

    func run() throws {
        let reading = try options.reading()
        let results = try SearchResult.find(words.joined(separator: " "), most: limit, in: reading)
        if json { return try printJSON(results) }
        if results.isEmpty { print("nothing found") }
        for result in results { print(result.line) }
    }
}
