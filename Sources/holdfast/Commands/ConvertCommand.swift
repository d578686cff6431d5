internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Update

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Any readable format to another, repaired as scrub repairs.",
        discussion: "Exit status 0, or 1 where a record was left out or a defect is major or critical.")

    @OptionGroup var options: FileOptions

    @Argument(help: "The file to read; - is the standard input.")
    var input: String

    @Argument(help: "The file to write, complete or not at all; - is the standard output.")
    var output: String

    @Option(
        help: "\(targets); else as the output's name ends: .xml, .json, .mrk, anything else is iso2709.",
        transform: target)
    var to: Conversion.Target?

    static func target(_ text: String) throws -> Conversion.Target {
        if let target = Conversion.Target(rawValue: text) { return target }
        throw ValidationError("--to expects \(targets), found '\(text)'")
    }

    static let targets = "iso2709, marcxml, marcjson or mrk"

    private var targetByName: Conversion.Target {
        let ending = output.split(separator: ".").last.map { $0.lowercased() }
        return switch ending {
        case "xml": .marcxml
        case "json", "ndjson", "jsonl": .marcjson
        case "mrk": .mrk
        default: .iso2709
        }
    }

    func run() throws {
        let profile = try options.readProfile()
        let target = to ?? targetByName
        let outcome = try output == "-" ? toStandardOutput(target, profile) : toFile(target, profile)
        if !options.quiet {
            let (records, defects) = (outcome.records, outcome.tally.total)
            Message.plain(
                "\(outcome.written) of \(records) record\(records == 1 ? "" : "s") written, "
                    + "\(defects == 0 ? "no" : "\(defects)") defect\(defects == 1 ? "" : "s")")
        }
        let grave =
            (outcome.tally.bySeverity[Severity.major.name] ?? 0)
            + (outcome.tally.bySeverity[Severity.critical.name] ?? 0)
        if outcome.written < outcome.records || grave > 0 { throw ExitCode(1) }
    }

    private func toStandardOutput(_ target: Conversion.Target, _ profile: Profile) throws -> Conversion.Outcome {
        let outcome = try Conversion.run(
            input, to: target, profile: profile, threads: options.threadCount, write: { Standard.write($0) },
            report: tell)
        Standard.flush()
        return outcome
    }

    private func toFile(_ target: Conversion.Target, _ profile: Profile) throws -> Conversion.Outcome {
        let part = "\(output).part"
        var file = try OutputFile(path: part)
        let outcome: Conversion.Outcome
        do {
            outcome = try Conversion.run(
                input, to: target, profile: profile, threads: options.threadCount, write: { try file.write($0) },
                report: tell)
            try file.finish()
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        try Durably.rename(part, to: output)
        return outcome
    }

    private func tell(_ defects: [Defect]) {
        guard !options.quiet else { return }
        for defect in defects { Message.plain(DefectText.lines(DefectRow(defect)).trimmingCharacters(in: .newlines)) }
    }
}
