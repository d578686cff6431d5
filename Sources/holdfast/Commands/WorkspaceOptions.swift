internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports

/// What every command that works in a workspace takes.
struct WorkspaceOptions: ParsableArguments {
    @Option(name: .customLong("workspace"), help: "The workspace's folder; else the current one, upwards.")
    var folder: String?

    @Flag(help: "No progress; only what a person must know.")
    var quiet = false

    @Option(help: "Threads that work on records; else one a core. The output does not depend on it.")
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads expects a number from 1 to 1024, found \(threads)")
        }
    }

    /// Reads and checks the whole workspace.
    func open() throws -> Workspace {
        let start = folder ?? FileManager.default.currentDirectoryPath
        let found = folder == nil ? Workspace.find(from: start) : start
        guard let found, FileManager.default.fileExists(atPath: "\(found)/holdfast.yaml") else {
            throw RunRefusal(
                "there is no workspace at \(start): no holdfast.yaml there"
                    + (folder == nil
                        ? " or above; name one with --workspace DIR, or make one with holdfast init DIR" : ""))
        }
        let path = URL(fileURLWithPath: found).standardizedFileURL.path
        return try Workspace(folder: path, knownCodes: DefectCodes.names, threads: threads)
    }

    /// What a run works with, its progress on standard error.
    func environment() throws -> RunEnvironment {
        let workspace = try open()
        let progress = Progress(isQuiet: quiet)
        return RunEnvironment(
            workspace: workspace, ledger: try Ledger(path: workspace.path("ledger.sqlite")), program: Holdfast.version,
            observer: { progress.observe($0) }, report: { try SubmissionReports.write($0, in: workspace) },
            reportUpdate: { try UpdateReports.write(client: $0, period: $1, in: workspace) })
    }
}

extension Workspace {
    /// The client of that name.
    func client(_ name: String) throws -> ClientPlan {
        if let client = clients[name] { return client }
        throw RunRefusal("there is no client '\(name)'; clients/ has \(clients.keys.sorted().joined(separator: ", "))")
    }
}

/// An update as commands name it, `CLIENT/PERIOD`.
struct RunName: ExpressibleByArgument {
    let client: String
    let period: String

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        client = String(parts[0])
        period = String(parts[1])
    }

    /// The update as the ledger knows it.
    func row(in environment: RunEnvironment) throws -> UpdateRow {
        if let row = try environment.ledger.update(client: client, period: period) { return row }
        let known = try environment.ledger.updates(client: client).map(\.run)
        throw RunRefusal(
            "there is no update \(client)/\(period)"
                + (known.isEmpty ? "" : "; there are \(known.prefix(8).joined(separator: ", "))"))
    }
}
