import Foundation
import Testing

extension SampleWorkspace {
    /// Puts a slot into the ledger as a tick at its time would have.
    func makeDue(_ pipeline: String, _ period: String) throws {
        let due = try Program.run("due", "--workspace", path)
        try #require(due.status == 0, "\(due.messages)")
        try SQLiteShell.run(
            "\(path)/ledger.sqlite",
            """
            insert into slot (client, pipeline, period, due, deadline, state)
            values ('coast', '\(pipeline)', '\(period)', '2026-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', 'due')
            """)
    }

    /// Keeps the client's database elsewhere.
    func setDatabase(_ address: String) throws {
        let file = "\(path)/clients/coast.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing(/database: .*/, with: "database: \(address)").write(
            toFile: file, atomically: true, encoding: .utf8)
    }
}

/// SQLite's own shell on a file: what an independent program finds there.
enum SQLiteShell {
    @discardableResult
    static func run(_ file: String, _ statements: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", file, statements]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(statements)")
        return String(decoding: data, as: UTF8.self)
    }
}

/// PostgreSQL's own shell on a database.
enum PostgreSQLShell {
    /// - Parameter folder: that of the server's socket.
    @discardableResult
    static func run(_ folder: String, _ database: String, _ statements: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["psql", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "holdfast", "-d", database]
            + statements.flatMap { ["-c", $0] }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Failed(description: "psql failed at \(statements)") }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }
}
