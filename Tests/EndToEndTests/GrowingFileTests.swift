import Foundation
import Testing

/// A delivery whose transfer is still under way when the run comes to it.
@Suite struct `A file that still grows` {
    @Test func `is reported, makes its submission wait and is taken when it is complete`() throws {
        let workspace = try SampleWorkspace()
        let settings = "settle-seconds: 0.3\ngrowth-wait-seconds: 0.6\n"
        try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(workspace.path)/holdfast.yaml"))
        try workspace.deliver("2026-10")
        let file = URL(fileURLWithPath: "\(workspace.path)/inbox/coast/mmr")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: file.path).first)
        let whole = try Data(contentsOf: file.appendingPathComponent(name))
        try grow(file.appendingPathComponent(name)) {
            try Program.start(
                ["run", "monthly", "--period", "2026-10", "--contributor", "mmr", "--workspace", workspace.path],
                output: URL(fileURLWithPath: "\(workspace.path)/.out"),
                messages: URL(fileURLWithPath: "\(workspace.path)/.err"))
        }
        let defects = try Program.run("defects", "coast/2026-10", "--json", "--workspace", workspace.path)
        #expect(
            defects.output.hasPrefix(
                "{\"code\":\"ingest.file-still-growing\",\"severity\":\"major\",\"action\":\"submission-held\",\"stage\":\"ingest\","
                    + "\"client\":\"coast\",\"contributor\":\"mmr\",\"file\":\"\(name)\",\"message\":\"the file still changed after "
            ), "\(defects.output) \(defects.messages)")
        let page = try String(contentsOfFile: "\(workspace.path)/runs/coast/2026-10/index.html", encoding: .utf8)
        #expect(page.contains("still grows after 0.6 s"))

        try whole.write(to: file.appendingPathComponent(name))
        let run = try Program.run(
            "run", "monthly", "--period", "2026-10", "--contributor", "mmr", "--workspace", workspace.path, "--quiet")
        #expect(run.status == 0, "\(run.messages)")
        let after = try Program.run("defects", "coast/2026-10", "--json", "--workspace", workspace.path)
        #expect(!after.output.contains("file-still-growing"))
    }

    /// Appends to `file` for as long as the process that `start` starts runs; expects it to fail.
    private func grow(_ file: URL, while start: () throws -> Process) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        let process = try start()
        while process.isRunning {
            try handle.write(contentsOf: Data("more".utf8))
            Thread.sleep(forTimeInterval: 0.05)
        }
        try handle.close()
        #expect(process.terminationStatus == 3)
    }
}
