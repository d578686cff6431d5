import Foundation
import ServerSupport

/// A copy of the sample's workspace, with what a run needs to be told apart from another.
final class SampleWorkspace {
    /// The sample's updates in their order.
    static let updates = [("monthly", "2026-10"), ("weekly", "2026-W45"), ("weekly", "2026-W46")]

    let folder: TemporaryFolder
    var path: String { folder.path }

    init() throws {
        folder = try TemporaryFolder()
        let sample = "\(Program.package)/SampleData"
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: "\(sample)/workspace") {
            try manager.copyItem(atPath: "\(sample)/workspace/\(name)", toPath: "\(path)/\(name)")
        }
        for name in ["pipelines", "databases", "inbox/coast"] {
            try manager.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
        for name in ["weekly.yaml", "monthly.yaml"] {
            try manager.copyItem(atPath: "\(Program.package)/Pipelines/\(name)", toPath: "\(path)/pipelines/\(name)")
        }
    }

    /// A copy of a workspace as it is now.
    init(copying other: SampleWorkspace) throws {
        folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    /// Puts the deliveries for a period into the drop folders, all of them or those of some libraries.
    func deliver(_ period: String, of libraries: Set<String>? = nil) throws {
        let source = "\(Program.package)/SampleData/deliveries/\(period)"
        let manager = FileManager.default
        for contributor in try manager.contentsOfDirectory(atPath: source)
        where libraries?.contains(contributor) ?? true {
            try manager.createDirectory(atPath: "\(path)/inbox/coast/\(contributor)", withIntermediateDirectories: true)
            for file in try manager.contentsOfDirectory(atPath: "\(source)/\(contributor)") {
                try manager.copyItem(
                    atPath: "\(source)/\(contributor)/\(file)", toPath: "\(path)/inbox/coast/\(contributor)/\(file)")
            }
        }
    }

    /// Delivers and runs one update.
    func run(_ pipeline: String, _ period: String, _ more: String...) throws -> Program.Outcome {
        try deliver(period)
        return try Program.run(["run", pipeline, "--period", period, "--workspace", path, "--quiet"] + more)
    }

    /// Every file below `runs/` by its path, without what a lock leaves.
    func runFiles() throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = "\(path)/runs"
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder),
                !isFolder.boolValue,
                !name.hasSuffix(".lock")
            else { continue }
            files[name] = FileManager.default.contents(atPath: "\(root)/\(name)")
        }
        return files
    }

    /// Every row of every table of the client database, as SQL text.
    func databaseDump() throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "\(path)/databases/coast.sqlite", ".dump"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// Where the sample's database is kept.
enum SampleStore: Sendable {
    case sqlite, postgreSQL

    /// PostgreSQL where its server is installed.
    static var available: [SampleStore] { TestPostgreSQL.isInstalled ? [.sqlite, .postgreSQL] : [.sqlite] }
}

extension SampleWorkspace {
    convenience init(_ store: SampleStore) throws {
        try self.init()
        guard store == .postgreSQL else { return }
        let address = try TestPostgreSQL.address("sample\(UUID().uuidString.prefix(8).lowercased())")
        try edit("clients/coast.yaml", "databases/coast.sqlite", address)
    }

    /// Puts a text in the place of another in one of the workspace's files.
    func edit(_ file: String, _ text: String, _ replacement: String) throws {
        let path = "\(path)/\(file)"
        try String(contentsOfFile: path, encoding: .utf8).replacing(text, with: replacement).write(
            toFile: path, atomically: true, encoding: .utf8)
    }

    /// Calls the program in the workspace, without progress.
    func call(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments + ["--workspace", path, "--quiet"])
    }

    /// Runs statements on the ledger or another SQLite file of the workspace.
    func sql(_ file: String, _ statements: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "\(path)/\(file)", statements]
        try process.run()
        process.waitUntilExit()
    }
}
