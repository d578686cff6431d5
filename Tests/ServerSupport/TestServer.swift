internal import Foundation

/// A real server that a test starts on a free port of 127.0.0.1; it ends with the test, or with the test run at the latest.
public final class TestServer: @unchecked Sendable {
    public enum Kind: String {
        case http = "http_server.py"
        case ftp = "ftp_server.py"
        case sshd = "sshd_server.py"
        case sftp = "sftp_server.py"
        case oai = "oai_server.py"
        case postgreSQL = "postgresql_server.py"
    }

    /// What the server serves.
    public let folder: String
    public let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameters:
    ///   - folder: made where it is absent.
    ///   - arguments: what the server takes behind the folder.
    public init(_ kind: Kind, folder: String, _ arguments: String...) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-B", "\(Self.scripts)/\(kind.rawValue)", folder] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        guard let port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else {
            process.waitUntilExit()
            throw NotStarted(description: "\(kind.rawValue) did not start; make test installs what it needs")
        }
        self.port = port
    }

    deinit { stop() }

    /// Ends the server; nobody listens any more afterwards.
    public func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Has the server do something, where it takes commands, and waits until it is done.
    public func tell(_ command: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8))
        var answer = ""
        while !answer.contains("done\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { throw NotStarted(description: "the server ended at the command \(command)") }
            answer += String(decoding: data, as: UTF8.self)
        }
    }

    public struct NotStarted: Error, CustomStringConvertible {
        public let description: String
    }

    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Tools/servers").path

    // MARK: Its folder

    public func put(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    public func put(_ name: String, _ text: String) throws { try put(name, Array(text.utf8)) }

    public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }

    /// Plants faults: `{"a.mrc": {"cut": 1000, "times": 1}}`, as the server's script says.
    public func plant(_ json: String) throws { try put(".faults.json", json) }

    /// What has been asked for, in order.
    public var requests: [String] {
        let text = (try? String(contentsOfFile: "\(folder)/.requests", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }
}

/// A certificate for 127.0.0.1 that signs itself, with its key in the same file, valid for a day.
public enum TestCertificate {
    public static func make(in folder: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/server.pem"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
            "-subj",
            "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path, "-out", "\(path).crt",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let both =
            try Data(contentsOf: URL(fileURLWithPath: path)) + Data(contentsOf: URL(fileURLWithPath: "\(path).crt"))
        try both.write(to: URL(fileURLWithPath: path))
        return path
    }
}

/// What `ssh-keygen -lf` prints of a public key.
public enum TestHostKey {
    public static func fingerprint(_ path: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
        process.arguments = ["-lf", path]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }
}
