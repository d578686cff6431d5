internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Pipeline

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Why records are in one cluster or not, and which matches are doubtful.",
        subcommands: [Explain.self, Review.self])

    /// `holdfast match explain CLIENT A B`
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Which match points two records agree in, and which not.")

        @OptionGroup var options: ClientOptions

        @Argument(help: "One record, CONTRIBUTOR/CONTROL-NUMBER.")
        var first: RecordArgument

        @Argument(help: "The other.")
        var second: RecordArgument

        @Flag(help: "As JSON.")
        var json = false

        func run() throws {
            let reading = try options.reading()
            let account = try MatchAccount(first.identity, second.identity, client: options.client, in: reading)
            if json { return try printJSON(account) }
            for line in account.lines { print(line) }
        }
    }

    /// `holdfast match review CLIENT`
    struct Review: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "review", abstract: "The doubtful matches, with the records concerned.")

        @OptionGroup var options: ClientOptions

        @Option(help: "Only those in which this contributor has a record.")
        var contributor: String?

        @Flag(help: "As JSON, an object a line.")
        var json = false

        func run() throws {
            let reading = try options.reading()
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try MatchReviewEntry.forEach(in: reading, contributor: contributor) { entry in
                if json { return print(String(decoding: try encoder.encode(entry), as: UTF8.self)) }
                for line in entry.lines { print(line) }
            }
        }
    }
}

/// A record as commands name it, `CONTRIBUTOR/CONTROL-NUMBER`.
struct RecordArgument: ExpressibleByArgument {
    let identity: RecordIdentity

    init?(argument: String) {
        guard let slash = argument.firstIndex(of: "/") else { return nil }
        let (contributor, number) = (argument[..<slash], argument[argument.index(after: slash)...])
        if contributor.isEmpty || number.isEmpty { return nil }
        identity = RecordIdentity(contributor: String(contributor), controlNumber: String(number))
    }
}

struct RematchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rematch",
        abstract:
            "Make all clusters of a client anew, after its match rules have changed; a version that can be undone.")

    @OptionGroup var options: ClientOptions

    @Option(help: "Undo the rematch that made this version, instead.")
    var undo: Int?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let (environment, client) = try options.open()
        try environment.holding(client.name, purpose: "rematch \(client.name)") {
            let store = try environment.workspace.store(of: client)
            do {
                try run(on: store, today: Self.today(environment.clock.now()))
            } catch let refusal as CatalogRefusal {
                throw RunRefusal(refusal.description)
            }
        }
    }

    private func run(on store: any CatalogStore, today: String) throws {
        if let undo {
            try store.undo(undo)
            return print("version \(undo) is undone")
        }
        let report = try store.rematch(period: today)
        if json { return try printJSON(report) }
        for line in report.lines { print(line) }
    }

    private static func today(_ now: Date) -> String { String(ISO8601DateFormatter().string(from: now).prefix(10)) }
}

extension RematchReport {
    fileprivate var lines: [String] {
        if rules == nil { return ["version \(version): the records are no longer matched"] }
        return [
            "version \(version): \(records) records in \(clusters) clusters, before in \(clustersBefore)",
            "\(changes.joined) clusters hold records of several of before, \(changes.split) of before were split",
        ]
    }
}
