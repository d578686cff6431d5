import Foundation
import Testing

/// Streams without an end, given to `check` by a pipe: it has to stop reading by itself.
@Suite struct `A stream without an end` {
    /// What `check -` prints of a stream that a shell command makes; nil where it does not end by itself.
    private func check(_ command: String) throws -> (status: Int32, output: String)? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "{ \(command); } 2>/dev/null | timeout 120 \"$0\" check --json - ", Program.path]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 124 ? nil : (process.terminationStatus, text)
    }

    private static let record = "\(Program.package)/SampleData/deliveries/2026-10/hbp/books-1.mrc"

    /// A command that writes the header of a file of 8 EiB in a tar.
    private static func member(_ name: String) -> String {
        "python3 -c \"import sys, tarfile; t = tarfile.TarInfo('\(name)'); t.size = 1 << 62; "
            + "sys.stdout.buffer.write(t.tobuf(tarfile.GNU_FORMAT))\""
    }

    @Test(
        arguments: [
            ("tr '\\0' '\\035' < /dev/zero", "ingest.format-unknown"),
            ("cat '\(record)'; yes X | tr '\\n' '\\035'", "ingest.file-abandoned"),
            ("yes '<x>'", "ingest.format-unknown"),
            ("yes X | gzip -1", "ingest.format-unknown"),
            ("{ cat '\(record)'; yes X | tr '\\n' '\\035'; } | gzip -1", "ingest.file-abandoned"),
            ("\(member("a.mrc")); cat /dev/zero", "ingest.archive-too-large"),
            ("{ \(member(".hidden")); cat /dev/zero; } | gzip -1", "ingest.archive-too-large"),
        ])
    func `is left when nothing more can be read of it`(command: String, code: String) throws {
        let outcome = try #require(try check(command))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\"\(code)\""), "\(outcome.output.prefix(2000))")
    }
}
