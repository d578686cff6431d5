import Foundation
import Testing

/// The program under test, as people call it.
enum Program {
    /// What a call came to.
    struct Outcome {
        let status: Int32
        let output: String
        let messages: String
    }

    /// The package's folder.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program as the test run has built it, beside the tests; HOLDFAST_PROGRAM names another.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["HOLDFAST_PROGRAM"] { return named }
        let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        var folder = tests.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("holdfast").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
                return candidate
            }
            folder = folder.deletingLastPathComponent()
        }
        return "\(package)/.build/debug/holdfast"
    }()

    /// Starts the program and does not wait.
    static func start(_ arguments: [String], input: Data? = nil, output: URL, messages: URL) throws -> Process {
        for file in [output, messages] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        if let input {
            let file = output.appendingPathExtension("in")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        return process
    }

    /// Runs the program to its end.
    static func run(_ arguments: String..., input: Data? = nil) throws -> Outcome { try run(arguments, input: input) }

    static func run(_ arguments: [String], input: Data? = nil) throws -> Outcome {
        let folder = try TemporaryFolder()
        let (output, messages) = (folder.url("out"), folder.url("err"))
        let process = try start(arguments, input: input, output: output, messages: messages)
        process.waitUntilExit()
        let crashed = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: crashed ? -process.terminationStatus : process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    }
}

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }
}
