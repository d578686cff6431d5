import Foundation
import Glibc
import ServerSupport
import Testing

/// The connection breaks off, the server is killed or stopped, its disk is full in the middle of an install: the schema is
/// the old one or the new one, what inspect said is so, and the next tick comes to the new one.
@Suite(
    .serialized,
    .enabled(if: TestPostgreSQL.isInstalled, "PostgreSQL's server is not installed; make test installs it"),
    .enabled(if: TracedProgram.isPossible, "\(TracedProgram.skipReason)"))
struct `Faults of the server in an install` {
    @Test func `a message that fails, or is the last one, leaves the old schema or the new one`() throws {
        let scene = try FaultScene(.changes, server: TestPostgreSQL.start())
        let messages = scene.calls.filter { $0.name == "sendto" || $0.name == "recvfrom" }
        // A connection that is gone is met by whoever reads from it; a message alone that is not sent is none.
        let faults = messages.flatMap { call -> [Fault] in
            let effects: [Fault.Effect] = call.name == "recvfrom" ? [.brokenConnection, .kill] : [.kill]
            return effects.map { Fault(call: call, effect: $0) }
        }
        let chosen = faults.spread(Faults.cases / 6)
        var reached = 0
        for fault in chosen {
            let copy = try scene.copy()
            let (status, trace) = try TracedProgram.tick(copy.workspace, fault)
            if trace.failed?.name == fault.call.name { reached += 1 }
            try scene.check(copy, status, after: "\(fault)")
        }
        #expect(reached * 10 >= chosen.count * 9, "\(reached) of \(chosen.count)")
    }

    @Test func `a server that is killed or stopped between two messages leaves the old schema or the new one`() throws {
        let server = try TestPostgreSQL.start()
        let scene = try FaultScene(.changes, server: server)
        let messages = scene.calls.filter { $0.name == "sendto" }.spread(max(2, Faults.cases / 10))
        var unfinished = 0
        for (number, call) in messages.enumerated() {
            let copy = try scene.copy()
            let fault = Fault(call: call, effect: .pause)
            let process = try TracedProgram.startTick(copy.workspace, fault)
            guard let stopped = try TracedProgram.waitForPause(process, copy.workspace) else { continue }
            if number.isMultiple(of: 2) {
                let pids = try FaultScene.psql(
                    server, "postgres", ["select pid from pg_stat_activity where datname = '\(copy.database)'"])
                for pid in pids.split(separator: "\n").compactMap({ Int32($0) }) { kill(pid, SIGKILL) }
            } else {
                try server.tell("stop")
                try server.tell("start")
            }
            kill(stopped, SIGCONT)
            process.waitUntilExit()
            unfinished += 1
            try Self.waitFor(server)
            try scene.check(
                copy, process.terminationStatus,
                after: "the server \(number.isMultiple(of: 2) ? "killed" : "stopped") at \(call)")
        }
        #expect(unfinished == messages.count)
    }

    @Test(.enabled(if: geteuid() == 0, "only root may make a small file system"))
    func `a disk that is full leaves the old schema, and the next tick with room made goes through`() throws {
        let folder = "/tmp/holdfast-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard mount("tmpfs", folder, "tmpfs", 0, "size=256m") == 0 else { return }
        defer { umount2(folder, Int32(MNT_DETACH)) }
        let server = try TestServer(.postgreSQL, folder: "\(folder)/server")
        let scene = try FaultScene(.firstLoad, server: server)
        let cases = max(2, Faults.cases / 15)
        var failed = 0
        for number in 0..<cases {
            let copy = try scene.copy()
            // Nothing of what was written before may make room in mid-install.
            try FaultScene.psql(server, copy.database, ["checkpoint"])
            let left = number * 1_500_000 / cases
            try Self.fill(folder, "\(folder)/ballast", leaving: left)
            let (status, _) = try TracedProgram.tick(copy.workspace)
            if status == 3 { failed += 1 }
            try FileManager.default.removeItem(atPath: "\(folder)/ballast")
            if FaultScene.isReady(server) == false {
                try server.tell("stop")
                try server.tell("start")
            }
            try scene.check(copy, status, after: "\(left) bytes left")
        }
        #expect(failed > 0, "\(failed) of \(cases)")
    }

    private static func waitFor(_ server: TestServer) throws {
        for _ in 0..<300 {
            if FaultScene.isReady(server) { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        try #require(Bool(false), "the server is not back after 30 seconds")
    }

    /// Leaves so many bytes free on the file system of `folder`.
    private static func fill(_ folder: String, _ ballast: String, leaving left: Int) throws {
        var facts = statvfs()
        try #require(statvfs(folder, &facts) == 0)
        let bytes = Int(facts.f_bavail) * Int(facts.f_frsize) - left
        _ = FileManager.default.createFile(atPath: ballast, contents: nil)
        let handle = try #require(FileHandle(forWritingAtPath: ballast))
        try handle.write(contentsOf: Data(count: max(0, bytes)))
        try handle.close()
    }
}
