import Foundation
import ServerSupport
import Testing

/// A library's update that is about to run, and what it comes to where nobody disturbs it.
final class FaultScene {
    enum Kind: String {
        /// The library's first full load, into no database yet.
        case firstLoad
        /// Changes and deletes, into a database that several libraries share.
        case changes
    }

    let kind: Kind
    /// nil for a database in a file.
    let server: TestServer?
    private let before: SampleWorkspace
    let old: String
    private(set) var new = ""
    private(set) var files: [String: Data] = [:]
    /// The calls of the undisturbed tick from the beginning of the install on.
    private(set) var calls: [WriteCall] = []

    private let period: String
    private static let library = "nwu"
    private var copies = 0

    init(_ kind: Kind, server: TestServer? = nil) throws {
        self.kind = kind
        self.server = server
        period = kind == .firstLoad ? "2026-10" : "2026-W45"
        before = try SampleWorkspace()
        // One install and nothing after it, so that there are two states.
        try before.edit("pipelines/weekly.yaml", "purge: true", "purge: false")
        if let server {
            try before.setDatabase(TestPostgreSQL.address("coast", of: server, database: "holdfast"))
        }
        if kind == .changes { try #require((0...1).contains(try before.run("monthly", "2026-10").status)) }
        try before.deliver(period, of: [Self.library])
        try before.makeDue(kind == .firstLoad ? "monthly" : "weekly", period)
        old = try Self.state(of: before, server, "holdfast")
        let copy = try copy()
        let (status, trace) = try TracedProgram.tick(copy.workspace)
        try #require((0...1).contains(status))
        new = try state(of: copy)
        files = try copy.workspace.runFiles()
        try #require(new != old)
        let start = trace.calls.firstIndex { $0.path.contains("/4-install/") } ?? 0
        calls = Array(trace.calls[start...])
    }

    /// The workspace as it was before the update, with a database of its own.
    struct Copy {
        let workspace: SampleWorkspace
        /// In the server.
        let database: String
    }

    func copy() throws -> Copy {
        copies += 1
        let copy = Copy(workspace: try SampleWorkspace(copying: before), database: "copy\(copies)")
        guard let server else { return copy }
        try Self.psql(server, "postgres", ["drop database if exists copy\(copies - 1)"])
        try Self.psql(server, "postgres", ["create database \(copy.database) template holdfast"])
        try copy.workspace.setDatabase(TestPostgreSQL.address("coast", of: server, database: copy.database))
        return copy
    }

    /// Proves that a tick that met `what` has left the old state or the new one, that what inspect said is so, and that
    /// the next tick comes to the new state with nothing lost.
    ///
    /// - Parameter status: that of the tick, negative for the signal that ended it.
    /// - Returns: whether the new state was there already.
    @discardableResult
    func check(_ copy: Copy, _ status: Int32, after what: String) throws -> Bool {
        let messages = try String(contentsOfFile: "\(copy.workspace.path)/.err", encoding: .utf8)
        #expect([0, 1, 3, 4, -SIGKILL].contains(status), "\(what): status \(status), \(messages)")
        let found = try state(of: copy)
        #expect(found == old || found == new, "\(what): neither the old state nor the new one; \(messages)")
        if let passed = try inspectPassed(copy.workspace) {
            #expect(passed == (found == new), "\(what): inspect said \(passed)")
        }
        // A stage that failed was told of as one.
        if found == old { #expect(status == 3 || status == -SIGKILL, "\(what): status \(status), \(messages)") }
        if found != "none" {
            let audit = try Program.run("audit", "coast", "--workspace", copy.workspace.path)
            #expect(audit.status == 0, "\(what): \(audit.output)\(audit.messages)")
        }
        let tick = try Program.run("tick", "--workspace", copy.workspace.path, "--quiet")
        #expect((0...1).contains(tick.status), "\(what), the next tick: \(tick.messages)")
        #expect(try state(of: copy) == new, "\(what): the next tick has not come to the new state; \(tick.messages)")
        let files = try copy.workspace.runFiles()
        let differing = Set(files.keys).union(self.files.keys).filter { files[$0] != self.files[$0] }.sorted()
        #expect(differing == [], "\(what)")
        return found == new
    }

    /// What inspect's attempt that counts says; nil where there is none.
    private func inspectPassed(_ workspace: SampleWorkspace) throws -> Bool? {
        let folder = "\(workspace.path)/runs/coast/\(period)/\(Self.library)/5-inspect"
        guard let current = try? String(contentsOfFile: "\(folder)/current", encoding: .utf8) else { return nil }
        let attempt = current.trimmingCharacters(in: .whitespacesAndNewlines)
        let verdict = try String(contentsOfFile: "\(folder)/\(attempt)/verdict.json", encoding: .utf8)
        return verdict.contains("\"passed\":true")
    }

    // MARK: What stands in the database

    /// Every row of every table, as text.
    func state(of copy: Copy) throws -> String { try Self.state(of: copy.workspace, server, copy.database) }

    private static func state(of workspace: SampleWorkspace, _ server: TestServer?, _ database: String) throws -> String
    {
        if let server { return try rows(server, database) }
        guard FileManager.default.fileExists(atPath: "\(workspace.path)/databases/coast.sqlite") else { return "none" }
        // Of a copy, so that what has to be recovered is left to Holdfast.
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: "\(workspace.path)/databases", toPath: "\(folder.path)/databases")
        return try SQLiteShell.run("\(folder.path)/databases/coast.sqlite", ".dump")
    }

    private static func rows(_ server: TestServer, _ database: String) throws -> String {
        let tables = try psql(
            server, database,
            ["select table_name from information_schema.tables where table_schema = 'coast' order by 1"])
        let names = tables.split(separator: "\n")
        let queries = names.map { "select '\($0)', t::text from coast.\"\($0)\" t order by t::text collate \"C\"" }
        return names.isEmpty ? "none" : try tables + psql(server, database, queries)
    }

    static func isReady(_ server: TestServer) -> Bool { (try? psql(server, "postgres", ["select 1"])) != nil }

    @discardableResult
    static func psql(_ server: TestServer, _ database: String, _ statements: [String]) throws -> String {
        try PostgreSQLShell.run(server.folder, database, statements)
    }
}
