import Foundation
import TestSupport
import Testing

/// `convert`, judged by a reader that is not ours: pymarc, called by `Tests/Tools/roundtrip.py`.
@Suite struct `ISO 2709 turned into MARCXML and back` {
    /// The Python that the Makefile installs pymarc for.
    private static let python = "\(Program.package)/run/venv/bin/python3"
    private static let hasPymarc = (try? run(python, "-c", "import pymarc").status) == 0

    @Test(
        .enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)),
        .enabled(if: hasPymarc, "no pymarc in run/venv, which make test installs"))
    func `has the same fields, indicators and data for pymarc as before`() throws {
        let collection = try #require(Corpus.root).path
        let tool = "\(Program.package)/Tests/Tools/roundtrip.py"
        let outcome = try Self.run(Self.python, tool, Program.path, collection)
        #expect(outcome.status == 0, "\(outcome.output)")
        let compared = outcome.output.split(separator: " ").dropFirst(5).first.flatMap { Int($0) } ?? 0
        #expect(compared > 4000, "\(outcome.output)")
    }

    /// Runs a tool and returns what it prints.
    private static func run(_ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
