import Foundation
import Pipeline
import Testing

/// What `database` in a client's file may say.
@Suite struct `The database of a client` {
    private func problem(_ database: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("base-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try NewWorkspace.make(at: folder)
        let text = "database: \(database)\ncontributors:\n  lib1: { profile: plain-marc21 }\n"
        try text.write(toFile: "\(folder)/clients/coast.yaml", atomically: true, encoding: .utf8)
        do {
            _ = try Workspace(folder: folder, knownCodes: DefectCodes.names)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func `is a file or the address of a server`() throws {
        #expect(try problem("databases/coast.sqlite") == "none")
        #expect(try problem("postgres://holdfast@db.example.org/union") == "none")
        #expect(try problem("postgresql://db.example.org/union?schema=coast_2&sslmode=verify-full") == "none")
    }

    @Test func `is refused with its line where it is neither, or holds a password that is then not shown`() throws {
        #expect(
            try problem("mysql://db/union").contains(
                "'database' expects the path of a file, or postgres://…, found 'mysql://db/union'"))
        let password = try problem("postgres://holdfast:secret@db.example.org/union")
        #expect(password.contains("clients/coast.yaml:1:"), "\(password)")
        #expect(password.contains("'database' cannot be used: a password does not stand in a file of the workspace"))
        #expect(!password.contains("secret"))
        #expect(try problem("postgres://db/union?colour=red").contains("invalid URI query parameter: \"colour\""))
    }
}
