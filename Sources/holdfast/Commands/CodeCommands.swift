internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Update

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "What a defect means, why it matters, and how the library repairs it at its end.")

    @Argument(help: "The defect's code, as in validate.title-missing; holdfast codes lists all.")
    var code: String

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let found = try DefectCodes.known(code)
        if json { return try printJSON(CodeAsJSON(found)) }
        Standard.write(CodePage.text(found) + "\n")
    }
}

struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Every defect code with its severity, action and stage.")

    @Flag(help: "As JSON, with the pages.")
    var json = false

    func run() throws {
        if json { return try printJSON(DefectCodes.all.map(CodeAsJSON.init)) }
        Standard.write(CodePage.list(DefectCodes.all))
    }
}

/// A code as `codes --json` and `explain --json` print it.
private struct CodeAsJSON: Encodable {
    let code: String
    let stage: String
    let severity: String
    let action: String
    let what: String
    let why: String
    let done: String
    let repair: String
    let example: String

    init(_ code: DefectCode) {
        (self.code, stage, severity, action) = (code.name, code.stage.rawValue, code.severity.name, code.action.name)
        (what, why, done, repair, example) = (code.what, code.why, code.done, code.repair, code.example)
    }
}
