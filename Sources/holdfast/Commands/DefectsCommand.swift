internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Update

struct DefectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "defects", abstract: "The defects of an update, of every stage, one after another.",
        discussion: "Fields that the contributor's profile calls private are masked. Filters can be combined.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl, csv
    }

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD.")
    var update: RunName

    @Option(name: .customLong("contributor"), help: "Only this contributor; may be repeated.")
    var contributors: [String] = []

    @Option(help: "Only this stage: ingest, scrub, validate, install or inspect.", transform: StageName.named)
    var stage: StageName?

    @Option(help: "Only this code, as in validate.title-missing.")
    var code: String?

    @Option(help: "Only this severity: info, minor, major or critical.", transform: Severity.named)
    var severity: Severity?

    @Option(help: "How they are printed: text, jsonl or csv.")
    var format = Format.text

    @Flag(help: "The same as --format jsonl.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        if let code { _ = try DefectCodes.known(code) }
        let submissions = try update.contributors(contributors, in: environment)
        let format = json ? Format.jsonl : format
        if format == .csv { Standard.write(CSVReport.header) }
        for contributor in submissions {
            let folder = environment.folder(client: update.client, period: update.period, contributor: contributor)
            try SubmissionDefects(folder)?.forEach(of: stage) { row in
                if isWanted(row) { Standard.write(Self.text(row, format)) }
            }
        }
    }

    private func isWanted(_ row: DefectRow) -> Bool {
        (code == nil || row.code == code) && (severity == nil || row.severity == severity?.name)
    }

    private static func text(_ row: DefectRow, _ format: Format) -> [UInt8] {
        switch format {
        case .text: Array(DefectText.lines(row).utf8)
        case .jsonl: row.line
        case .csv: Array(CSVReport.line(row).utf8)
        }
    }
}

extension Severity {
    /// The severity of that name, for an option.
    static func named(_ text: String) throws -> Severity {
        if let severity = Severity(name: text) { return severity }
        throw ValidationError("'\(text)' is no severity; they are info, minor, major and critical")
    }
}

extension DefectCodes {
    /// The code of that name.
    ///
    /// - Throws: `RunRefusal` with the nearest name where there is none.
    static func known(_ name: String) throws -> DefectCode {
        if let code = code(name) { return code }
        throw RunRefusal(
            "there is no defect code '\(name)'"
                + (nearest(name).map { "; did you mean '\($0)'?" } ?? "; holdfast codes lists all"))
    }
}

extension RunName {
    /// The contributors of the update that have a submission, or a defect that says why they have none.
    private func contributorsWithFacts(in environment: RunEnvironment) throws -> [String] {
        let known = Set(try environment.ledger.submissions(client: client, period: period).map(\.contributor))
        let all = known.union(environment.workspace.clients[client]?.contributors.map(\.symbol) ?? [])
        return all.sorted().filter { symbol in
            let folder = environment.folder(client: client, period: period, contributor: symbol)
            return known.contains(symbol) || folder.uncollectedDefects != nil
        }
    }

    /// The contributors of the update that have a submission, or those of `chosen`.
    ///
    /// - Throws: `RunRefusal` where the update or a chosen submission does not exist.
    func contributors(_ chosen: [String], in environment: RunEnvironment) throws -> [String] {
        _ = try row(in: environment)
        let known = try contributorsWithFacts(in: environment)
        for symbol in chosen where !known.contains(symbol) {
            throw RunRefusal(
                "\(client)/\(period) has no submission of '\(symbol)'; holdfast status \(client)/\(period) lists them")
        }
        return known.filter { chosen.isEmpty || chosen.contains($0) }
    }
}
