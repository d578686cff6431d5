import Foundation
import Testing
import Update

@testable import Pipeline

@Suite struct `The attempts in a submission's folder` {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("attempts-\(UUID().uuidString)")
        .path

    private func complete(_ folder: SubmissionFolder, input: String) throws -> Attempt {
        var summary = StageSummary(stage: .scrub)
        summary.input = input
        return try folder.complete(try folder.begin(.scrub), summary: summary)
    }

    @Test func `a crash between renaming an attempt and naming it current is finished, not repeated`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = SubmissionFolder(path: path)
        _ = try complete(folder, input: "first")
        _ = try complete(folder, input: "second")
        let current = "\(path)/\(StageName.scrub.folder)/current"
        for broken in ["001\n", nil] {
            if let broken {
                try Data(broken.utf8).write(to: URL(fileURLWithPath: current))
            } else {
                try FileManager.default.removeItem(atPath: current)
            }
            try folder.finishSwaps()
            #expect(try folder.current(.scrub)?.number == 2)
            #expect(try folder.current(.scrub)?.summary.input == "second")
        }
    }

    @Test func `an attempt that was not renamed never was`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = SubmissionFolder(path: path)
        _ = try complete(folder, input: "first")
        let pending = try folder.begin(.scrub)
        try folder.finishSwaps()
        #expect(try folder.current(.scrub)?.number == 1)
        #expect(try folder.begin(.scrub) == pending)
    }
}
