import Foundation
import ServerSupport
import Testing
import Transfer
import Update

@Suite struct `Fetching by http` {
    let bench: Bench
    let server: TestServer
    var root: String { "http://127.0.0.1:\(server.port)/" }

    init() throws {
        bench = try Bench()
        server = try TestServer(.http, folder: bench.served)
    }

    private func fetch(_ name: String, _ connection: Connection = .quick, known: RemoteFile.State? = nil) throws
        -> FetchedFile?
    {
        let remote = try bench.server(root + name, connection)
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        return try remote.fetch(file, to: bench.path("got"), known: known)
    }

    @Test func `an index page gives the files whose names fit, with size, date and etag`() throws {
        for name in ["full 1.mrc", "full-2.mrc", "notes.txt", "c.mrc.part", ".hidden.mrc"] {
            try server.put(name, "abc")
        }
        let remote = try bench.server(root)
        let files = try remote.files(matching: NamePattern(["*.mrc", "*.part"]))
        #expect(files.map(\.name) == ["full 1.mrc", "full-2.mrc"])
        #expect(files[0].state.size == 3 && files[0].state.modified != nil)
        #expect(files[0].state.etag == "\"900150983cd24fb0d6963f7d28e17f72\"")
        #expect(files[0].address.text == root + "full%201.mrc")
    }

    @Test func `a file arrives whole, with the checksum of sha256sum`() throws {
        try server.put("a.mrc", "abc")
        let fetched = try #require(try fetch("a.mrc"))
        #expect(fetched.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(fetched.size == 3 && fetched.verifiedBy == ["size"])
        #expect(try bench.bytes("got") == Array("abc".utf8))
        #expect(bench.pauses == [])
    }

    @Test func `a transfer cut three times goes on where it broke off`() throws {
        let content = sample(400_000)
        try server.put("a.mrc", content)
        try server.plant(#"{"a.mrc": {"cut": 100000, "times": 3}}"#)
        let fetched = try #require(try fetch("a.mrc"))
        #expect(fetched.size == 400_000)
        #expect(try bench.bytes("got") == content)
        #expect(
            server.requests == [
                "HEAD /a.mrc", "GET /a.mrc", "GET /a.mrc bytes=100000-", "GET /a.mrc bytes=200000-",
                "GET /a.mrc bytes=300000-",
            ])
        #expect(bench.pauses == [1.5, 1.5, 1.5])
    }

    @Test func `a connection that always breaks off is given up, and the next call goes on`() throws {
        try server.put("a.mrc", sample(1000))
        try server.plant(#"{"a.mrc": {"cut": 0}}"#)
        #expect(
            bench.sentence { _ = try fetch("a.mrc") }.hasPrefix("http://HOST/a.mrc: the connection broke off"))
        #expect(bench.pauses == [1.5, 3, 6, 12])
        try server.plant(#"{"a.mrc": {"cut": 600, "times": 1}}"#)
        #expect(try fetch("a.mrc")?.size == 1000)
        #expect(try bench.bytes("got") == sample(1000))
    }

    @Test func `what has arrived outlives the process, unless the file has changed since`() throws {
        try server.put("a.mrc", sample(1000))
        var connection = Connection.quick
        connection.limits.largestFile = 1 << 20
        let remote = try bench.server(root + "a.mrc", connection)
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        try server.plant(#"{"a.mrc": {"cut": 300, "times": 1}}"#)
        var impatient = RetryPlan()
        impatient.attempts = 1
        impatient.attemptsInAll = 1
        let surroundings = TransferSurroundings(sleep: { _ in })
        let hasty = try RemoteServer(Address(root + "a.mrc"), connection, retries: impatient, surroundings)
        #expect(throws: TransferError.self) { try hasty.fetch(file, to: bench.path("got")) }
        #expect(try bench.bytes("got").count == 300)
        #expect(try remote.fetch(file, to: bench.path("got"))?.size == 1000)
        #expect(server.requests.last == "GET /a.mrc bytes=300-")

        try server.plant(#"{"a.mrc": {"cut": 301, "times": 1}}"#)
        #expect(throws: TransferError.self) { try hasty.fetch(file, to: bench.path("got")) }
        try server.put("a.mrc", Array(sample(1500).reversed()))
        let newer = try #require(try remote.files(matching: NamePattern(["*"])).first)
        #expect(try remote.fetch(newer, to: bench.path("got"))?.size == 1500)
        #expect(try bench.bytes("got") == sample(1500).reversed())
    }

    @Test func `a server without ranges sends the file anew`() throws {
        try server.put("a.mrc", sample(1000))
        try server.plant(#"{"a.mrc": {"cut": 300, "times": 1}}"#)
        let remote = try bench.server(root + "a.mrc")
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        try server.plant(#"{"a.mrc": {"cut": 300, "no_range": true, "times": 1}}"#)
        #expect(try remote.fetch(file, to: bench.path("got"))?.size == 1000)
        #expect(try bench.bytes("got") == sample(1000))
    }

    @Test func `what has not changed is not fetched again`() throws {
        try server.put("a.mrc", "abc")
        let first = try #require(try fetch("a.mrc"))
        #expect(try fetch("a.mrc", known: first.state) == nil)
        #expect(try fetch("a.mrc", known: .init(modified: first.state.modified)) == nil)
        try server.put("a.mrc", "abcd")
        #expect(try fetch("a.mrc", known: first.state)?.size == 4)
    }

    @Test func `a server that knows no HEAD, no dates and no etags is fetched from all the same`() throws {
        try server.put("a.mrc", "abc")
        try server.plant(#"{"a.mrc": {"no_head": true, "plain": true}}"#)
        let fetched = try #require(try fetch("a.mrc"))
        #expect(fetched.size == 3 && !RemoteFile.State(size: 3).isTelling)
    }

    @Test func `a wrong size ends in an error, larger or smaller`() throws {
        try server.put("a.mrc", sample(1000))
        try server.plant(#"{"a.mrc": {"size": 1200}}"#)
        #expect(bench.sentence { _ = try fetch("a.mrc") }.hasPrefix("http://HOST/a.mrc: the connection broke off"))
        #expect(!FileManager.default.fileExists(atPath: bench.path("a.mrc")))
        try server.plant("{}")
        let remote = try bench.server(root + "a.mrc")
        var file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        file.state.size = 900
        try? FileManager.default.removeItem(atPath: bench.path("got"))
        #expect(
            bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
                == "http://HOST/a.mrc: the file changed while it was fetched: 1000 bytes after 900; "
                + "it is fetched when it no longer changes")
    }

    @Test func `a checksum in the headers is held against what arrived`() throws {
        try server.put("a.mrc", "abc")
        try server.plant(
            #"{"a.mrc": {"digest": "sha-256=ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "md5": "kAFQmDzST7DWlj99KOF/cg=="}}"#
        )
        #expect(try fetch("a.mrc")?.verifiedBy == ["size", "the header Content-MD5", "the header Digest"])
        try server.plant(#"{"a.mrc": {"digest": "md5=AAAAAAAAAAAAAAAAAAAAAA=="}}"#)
        #expect(
            bench.sentence { _ = try fetch("a.mrc") }
                == "http://HOST/a.mrc: the header Digest gives the md5 00000000000000000000000000000000, what arrived has "
                + "900150983cd24fb0d6963f7d28e17f72; nothing of it was taken; the next run fetches it anew")
        #expect(!FileManager.default.fileExists(atPath: bench.path("got")))
    }

    @Test func `a checksum in a file beside it is held against what arrived, and must be there`() throws {
        try server.put("a.mrc", "abc")
        let remote = try bench.server(root + "a.mrc")
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        #expect(
            bench.sentence { _ = try remote.fetch(file, to: bench.path("got"), beside: .sha256) }
                == "http://HOST/a.mrc.sha256: the server answers 404 Not Found; check the path, or ask the library where "
                + "the file is")
        try server.put("a.mrc.sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.mrc\n")
        #expect(
            try remote.fetch(file, to: bench.path("got"), beside: .sha256)?.verifiedBy == [
                "size", "the file a.mrc.sha256",
            ])
        try server.put("a.mrc.md5", "ffffffffffffffffffffffffffffffff *a.mrc\n")
        #expect(
            bench.sentence { _ = try remote.fetch(file, to: bench.path("got"), beside: .md5) }.hasPrefix(
                "http://HOST/a.mrc: the file a.mrc.md5 gives the md5 ffffffffffffffffffffffffffffffff, what arrived has "
            ))
    }

    @Test func `a busy server is asked again after the time it names`() throws {
        try server.put("a.mrc", "abc")
        try server.plant(#"{"a.mrc": {"status": 503, "retry_after": 7, "times": 2}}"#)
        #expect(try fetch("a.mrc")?.size == 3)
        #expect(bench.pauses == [7, 7])
    }

    @Test func `a slow drip is given up in bounded time`() throws {
        try server.put("a.mrc", sample(60_000))
        try server.plant(#"{"a.mrc": {"drip": 500}}"#)
        var retries = RetryPlan()
        retries.attemptsInAll = 2
        let remote = try RemoteServer(
            Address(root + "a.mrc"), .quick, retries: retries, TransferSurroundings(sleep: { _ in }))
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        let start = Date()
        #expect(
            bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
                == "http://HOST/a.mrc: it took too long (Operation too slow. Less than 2000 bytes/sec transferred the last 2 "
                + "seconds); what has arrived is kept and the next run goes on from there")
        #expect(Date().timeIntervalSince(start) < 20)
        #expect(try bench.bytes("got").count > 0)
    }

    @Test func `a refused login is not tried again, and the password is nowhere to be seen`() throws {
        let closed = try TestServer(.http, folder: bench.path("closed"), "bva:right")
        try closed.put("a.mrc", "abc")
        var connection = Connection.quick
        connection.user = "bva"
        connection.password = try bench.secret("wr0ng")
        let address = "http://127.0.0.1:\(closed.port)/a.mrc"
        #expect(
            bench.sentence { _ = try bench.server(address, connection).files(matching: NamePattern(["*"])) }
                == "http://HOST/a.mrc: the server answers 401 Unauthorized; check the user and the password or key of the "
                + "source")
        #expect(closed.requests.count == 2 && bench.pauses == [])
        #expect(!"\(connection)".contains("wr0ng"))
        connection.password = try bench.secret("right")
        #expect(try bench.server(address, connection).files(matching: NamePattern(["*"])).first?.state.size == 3)
    }

    @Test func `nobody listens`() throws {
        let address = root + "a.mrc"
        server.stop()
        let sentence = bench.sentence { _ = try bench.server(address).files(matching: NamePattern(["*"])) }
        #expect(sentence.hasPrefix("http://HOST/a.mrc: no connection (Failed to connect to 127.0.0.1 port "))
        #expect(sentence.hasSuffix("; check the address and whether the server is up; the next run tries again"))
        #expect(bench.pauses.count == 4)
    }

    @Test func `a certificate that nobody vouches for is refused, one from the source's own file accepted`() throws {
        let certificate = try TestCertificate.make(in: bench.path("tls"))
        let secure = try TestServer(.http, folder: bench.path("secure"), "", certificate)
        try secure.put("a.mrc", "abc")
        let address = "https://127.0.0.1:\(secure.port)/a.mrc"
        let sentence = bench.sentence { _ = try bench.server(address).files(matching: NamePattern(["*"])) }
        #expect(sentence.hasPrefix("https://HOST/a.mrc: the server is not the one expected ("))
        #expect(bench.pauses == [])
        var connection = Connection.quick
        connection.caFile = certificate + ".crt"
        #expect(try bench.server(address, connection).files(matching: NamePattern(["*"])).first?.state.size == 3)
    }

    @Test func `a disk that is full says so`() throws {
        try server.put("a.mrc", sample(1000))
        let remote = try bench.server(root + "a.mrc")
        let file = try #require(try remote.files(matching: NamePattern(["*"])).first)
        #expect(throws: FileFailure.self) { try remote.fetch(file, to: "/dev/full") }
        #expect(throws: FileFailure.self) { try remote.fetch(file, to: bench.path("no/such/folder")) }
    }

    @Test func `a file beyond the limit is not fetched`() throws {
        try server.put("a.mrc", sample(5000))
        var connection = Connection.quick
        connection.limits.largestFile = 4000
        #expect(throws: TransferError.self) { _ = try fetch("a.mrc", connection) }
        try server.plant(#"{"a.mrc": {"no_head": true}}"#)
        #expect(throws: TransferError.self) { _ = try fetch("a.mrc", connection) }
    }
}
