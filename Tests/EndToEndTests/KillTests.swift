import Foundation
import Testing

/// `kill -9` at random instants of the sample's updates, then `tick`: the same database and the same files as in a run that
/// nobody disturbed. 30 instants; HOLDFAST_KILLS asks for another number (`make kill-test`: 200).
@Suite(.serialized) struct `Killed at any instant` {
    /// An update about to run: its slot is due, its files are delivered.
    private struct Case {
        let before: SampleWorkspace
        let files: [String: Data]
        let database: String
        let seconds: Double
    }

    private static let kills = ProcessInfo.processInfo.environment["HOLDFAST_KILLS"].flatMap { Int($0) } ?? 30

    @Test func `the next tick goes on and the result is the same`() throws {
        let cases = try Self.cases()
        var random = SeededNumbers(state: 2709)
        var unfinished = 0
        for number in 0..<Self.kills {
            let chosen = cases[number % cases.count]
            let delay = Double.random(in: 0...chosen.seconds, using: &random)
            let workspace = try SampleWorkspace(copying: chosen.before)
            if try Self.killTick(in: workspace, after: delay) { unfinished += 1 }
            let tick = try Program.run("tick", "--workspace", workspace.path, "--quiet")
            #expect(tick.status == 0 || tick.status == 1 || tick.status == 4, "kill \(number): \(tick.messages)")
            let files = try workspace.runFiles()
            let differing = Set(files.keys).union(chosen.files.keys).filter { files[$0] != chosen.files[$0] }.sorted()
            #expect(differing.isEmpty, "kill \(number) after \(delay) s")
            let isSameDatabase = try workspace.databaseDump() == chosen.database
            #expect(isSameDatabase, "the database differs after kill \(number) at \(delay) s")
            if !differing.isEmpty || !isSameDatabase { return }
        }
        // Most instants must hit a run that is under way, or the test shows nothing.
        #expect(unfinished * 2 > Self.kills)
    }

    /// Starts a tick and kills it; true where it was still at work.
    private static func killTick(in workspace: SampleWorkspace, after delay: Double) throws -> Bool {
        let process = try Program.start(
            ["tick", "--workspace", workspace.path, "--quiet"], output: URL(fileURLWithPath: "\(workspace.path)/.out"),
            messages: URL(fileURLWithPath: "\(workspace.path)/.err"))
        Thread.sleep(forTimeInterval: delay)
        let wasRunning = process.isRunning
        if wasRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return wasRunning
    }

    /// Each update of the sample, undisturbed: the workspace before it, and what it made.
    private static func cases() throws -> [Case] {
        let workspace = try SampleWorkspace()
        var cases: [Case] = []
        for (pipeline, period) in SampleWorkspace.updates {
            try workspace.deliver(period)
            try workspace.makeDue(pipeline, period)
            let before = try SampleWorkspace(copying: workspace)
            let start = Date()
            let tick = try Program.run("tick", "--workspace", workspace.path, "--quiet")
            let seconds = Date().timeIntervalSince(start)
            try #require(tick.status == 0 || tick.status == 1 || tick.status == 4, "\(tick.messages)")
            cases.append(
                Case(
                    before: before, files: try workspace.runFiles(), database: try workspace.databaseDump(),
                    seconds: seconds))
        }
        return cases
    }
}
