internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Update

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read, scrub and validate any file; needs no workspace.",
        discussion: """
            - reads the standard input. Exit status 0, or 1 where a defect is major or critical, 2 where a file cannot be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl, csv, html
    }

    @OptionGroup var options: FileOptions

    @Argument(help: "The files; - is the standard input.")
    var files: [String]

    @Option(help: "How defects are printed: text, jsonl, csv or html (one page for all files).")
    var format = Format.text

    @Flag(help: "One object with counts instead of the defects.")
    var json = false

    func run() throws {
        let profile = try options.readProfile()
        var checked: [CheckedFile] = []
        var (hasGrave, isUnreadable) = (false, false)
        if format == .csv, !json { Standard.write(CSVReport.header) }
        var page = CheckPage(program: Holdfast.version)
        for file in files {
            do {
                let check = try FileCheck(file, profile: profile, threads: options.threadCount, at: Date())
                if json {
                    checked.append(CheckedFile(check))
                } else if format == .html {
                    try page.add(check)
                } else {
                    try show(check)
                }
                hasGrave = hasGrave || (check.worst ?? .info) >= .major
            } catch let failure as FileFailure {
                Message.error(failure.description)
                isUnreadable = true
            }
        }
        if json { try printJSON(["files": checked]) } else if format == .html { Standard.write(try page.html()) }
        if isUnreadable { throw ExitStatus.usage.code }
        if hasGrave { throw ExitCode(1) }
    }

    private func show(_ check: FileCheck) throws {
        switch format {
        case .jsonl:
            for attempt in check.attempts { try Standard.copy(attempt.file(StageFile.defects)) }
        case .csv:
            try forEachDefect(check) { Standard.write(CSVReport.line($0)) }
        case .html: break
        case .text:
            try forEachDefect(check) { Standard.write(DefectText.lines($0)) }
            if !options.quiet { Message.plain(summary(check)) }
        }
    }

    private func forEachDefect(_ check: FileCheck, _ body: (DefectRow) throws -> Void) throws {
        for attempt in check.attempts { try DefectFile(path: attempt.file(StageFile.defects)).forEach(body) }
    }

    private func summary(_ check: FileCheck) -> String {
        var text =
            "\(check.path): \(check.format), \(Self.count(check.records, "record")) read, \(check.accepted) accepted, "
            + "\(check.repaired) of them repaired, \(check.rejected) rejected"
        if check.unreadable > 0 { text += ", \(Self.count(check.unreadable, "unreadable piece"))" }
        let total = check.defects.values.reduce(0, +)
        return text + (total == 0 ? "; no defects" : "; \(Self.count(total, "defect"))")
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// A file as `check --json` prints it.
private struct CheckedFile: Encodable {
    let file: String
    let format: String
    let encoding: String
    let records: Int
    let unreadable: Int
    let accepted: Int
    let repaired: Int
    let rejected: Int
    let defects: [String: Int]

    init(_ check: FileCheck) {
        file = check.path
        format = check.format
        encoding = check.encoding
        records = check.records
        unreadable = check.unreadable
        accepted = check.accepted
        repaired = check.repaired
        rejected = check.rejected
        defects = check.defects
    }
}
