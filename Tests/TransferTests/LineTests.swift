import Foundation
import ServerSupport
import Testing
import Transfer

/// The same faults on every line that files come over.
@Suite struct `Whatever line files come over` {
    let bench: Bench

    init() throws { bench = try Bench() }

    private func problem(_ served: ServedLine, _ connection: Connection) -> String {
        bench.sentence { _ = try bench.server(served.root, connection).files(matching: NamePattern(["*"])) }
            .replacing(bench.served, with: "FOLDER")
    }

    @Test(arguments: Line.allCases) func `a transfer that is cut in the middle goes on where it broke off`(
        line: Line
    ) throws {
        let served = try line.serve(bench)
        let content = sample(3_000_000)
        try served.server.put("a.mrc", content)
        let remote = try bench.server(served.root, served.connection)
        let file = try #require(try served.file("a.mrc", remote))
        try served.plant(#"{"cut": 1000000, "times": 2}"#, of: "a.mrc")
        let fresh = try bench.server(served.root, served.connection)
        let fetched = try #require(try fresh.fetch(file, to: bench.path("got")))
        #expect(fetched.size == 3_000_000 && fetched.verifiedBy == ["size"])
        #expect(try bench.bytes("got") == content)
        #expect(bench.pauses.count == 2)
    }

    @Test(arguments: Line.allCases) func `what has arrived is there for the next call`(line: Line) throws {
        let served = try line.serve(bench)
        let content = sample(3_000_000)
        try served.server.put("a.mrc", content)
        let remote = try bench.server(served.root, served.connection)
        let file = try #require(try served.file("a.mrc", remote))
        try served.plant(#"{"cut": 1000000, "times": 1}"#, of: "a.mrc")
        var once = RetryPlan()
        (once.attempts, once.attemptsInAll) = (1, 1)
        let hasty = try RemoteServer(
            Address(served.root), served.connection, retries: once, TransferSurroundings(sleep: { _ in }))
        #expect(throws: TransferError.self) { try hasty.fetch(file, to: bench.path("got")) }
        let arrived = try bench.bytes("got")
        #expect(!arrived.isEmpty && arrived.count < content.count && content.starts(with: arrived))
        let next = try bench.server(served.root, served.connection)
        #expect(try next.fetch(file, to: bench.path("got"))?.size == 3_000_000)
        #expect(try bench.bytes("got") == content)
    }

    @Test(arguments: Line.allCases) func `a file of another size than was listed is not taken`(line: Line) throws {
        let served = try line.serve(bench)
        try served.server.put("a.mrc", sample(3000))
        let remote = try bench.server(served.root, served.connection)
        for size in [2000, 4000] {
            var file = try #require(try served.file("a.mrc", remote))
            file.state.size = size
            let sentence = bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
            #expect(sentence.contains("a.mrc: the file changed while it was fetched: 3000 bytes after \(size); "))
            #expect(!FileManager.default.fileExists(atPath: bench.path("got")))
        }
    }

    @Test(arguments: Line.allCases) func `a login that is refused is said to be, and not tried again`(line: Line) throws
    {
        let served = try line.serve(bench)
        let sentence = problem(served, try served.asStranger)
        #expect(sentence.hasSuffix("; check the user and the password or key of the source"), "\(sentence)")
        #expect(bench.pauses == [] && !sentence.contains("wr0ng"))
    }

    @Test(arguments: Line.safe) func `another server than the one expected gets neither login nor file`(
        line: Line
    ) throws {
        let served = try line.serve(bench)
        try served.server.put("a.mrc", "abc")
        let sentence = problem(served, try served.expectingAnother(bench))
        #expect(sentence.contains("/: the server is not the one expected ("), "\(sentence)")
        #expect(sentence.hasSuffix("and only then set the new host-key or ca-file"))
        #expect(bench.pauses == [] && !served.server.requests.contains { $0.contains("a.mrc") })
    }

    @Test(arguments: Line.allCases) func `a slow drip is given up in bounded time, and what came is kept`(
        line: Line
    ) throws {
        let served = try line.serve(bench)
        try served.server.put("a.mrc", sample(500_000))
        let remote = try bench.server(served.root, served.connection)
        let file = try #require(try served.file("a.mrc", remote))
        try served.plant(#"{"drip": 1000}"#, of: "a.mrc")
        var once = RetryPlan()
        (once.attempts, once.attemptsInAll) = (1, 1)
        let patient = try RemoteServer(
            Address(served.root), served.connection, retries: once, TransferSurroundings(sleep: { _ in }))
        let start = Date()
        let sentence = bench.sentence { _ = try patient.fetch(file, to: bench.path("got")) }
        #expect(sentence.contains(": it took too long ("), "\(sentence)")
        #expect(Date().timeIntervalSince(start) < 30)
    }
}
