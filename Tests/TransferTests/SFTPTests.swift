import Foundation
import ServerSupport
import Testing
import Transfer

@Suite struct `Fetching by sftp` {
    let bench: Bench
    let server: TestServer
    let connection: Connection
    var root: String { "sftp://127.0.0.1:\(server.port)\(server.folder)/" }

    init() throws {
        bench = try Bench()
        server = try TestServer(.sshd, folder: bench.served, bench.keys)
        var connection = Connection.quick
        connection.user = NSUserName()
        connection.keyFile = "\(bench.keys)/user"
        connection.hostKey = try TestHostKey.fingerprint("\(bench.keys)/host.pub")
        self.connection = connection
    }

    private func problem(_ connection: Connection) -> String {
        bench.sentence { _ = try bench.server(root, connection).files(matching: NamePattern(["*"])) }
            .replacing(bench.served, with: "FOLDER").replacing(/Remote .*?is/, with: "Remote KEY is")
    }

    @Test func `a folder is listed with sizes and dates`() throws {
        for name in ["full 1.mrc", "full-2.mrc", "notes.txt"] { try server.put(name, "abc") }
        let files = try bench.server(root, connection).files(matching: NamePattern(["*.mrc"]))
        #expect(files.map(\.name) == ["full 1.mrc", "full-2.mrc"])
        #expect(files.allSatisfy { $0.state.size == 3 })
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(server.folder)/full-2.mrc")
        let date = try #require(attributes[.modificationDate] as? Date)
        #expect(files[1].state.modified == Int(date.timeIntervalSince1970))
    }

    @Test func `a transfer cut in the middle goes on where it broke off`() throws {
        let content = sample(3_000_000)
        try server.put("a.mrc", content)
        let file = try #require(try bench.server(root, connection).files(matching: NamePattern(["a.mrc"])).first)
        try server.plant(#"{"server": {"cut": 1000000, "times": 2}}"#)
        let remote = try bench.server(root, connection)
        let fetched = try #require(try remote.fetch(file, to: bench.path("got")))
        #expect(fetched.size == 3_000_000)
        #expect(try bench.bytes("got") == content)
        #expect(bench.pauses.count == 2)
    }

    @Test func `a host key other than the one expected is refused, and so is a source without one`() throws {
        var connection = connection
        connection.hostKey = try TestHostKey.fingerprint("\(bench.keys)/other.pub")
        let sentence = problem(connection)
        #expect(
            sentence.hasPrefix(
                "sftp://HOSTFOLDER/: the server is not the one expected (Denied establishing ssh session: mismatch sha256 "
                    + "fingerprint. Remote KEY is not equal to "))
        #expect(
            sentence.hasSuffix(
                "; ask the library whether its server has changed, and only then set the new host-key or ca-file"))
        #expect(bench.pauses == [])
        connection.hostKey = nil
        #expect(
            problem(connection)
                == "sftp://HOSTFOLDER/: no host-key says which server is the right one; mend the client's file or the "
                + "environment")
    }

    @Test func `a key that the server does not know is refused, one that is missing named`() throws {
        var connection = connection
        connection.keyFile = "\(bench.keys)/other"
        #expect(
            problem(connection)
                == "sftp://HOSTFOLDER/: the server refused the login (Authentication failure); check the user and the password "
                + "or key of the source")
        connection.keyFile = "/nowhere/key"
        #expect(
            problem(connection)
                == "sftp://HOSTFOLDER/: the file /nowhere/key cannot be read; mend the client's file or the environment"
        )
    }

    @Test func `a slow drip is given up in bounded time`() throws {
        try server.put("a.mrc", sample(500_000))
        let file = try #require(try bench.server(root, connection).files(matching: NamePattern(["a.mrc"])).first)
        try server.plant(#"{"server": {"drip": 1500}}"#)
        var retries = RetryPlan()
        (retries.attempts, retries.attemptsInAll) = (1, 1)
        let remote = try RemoteServer(
            Address(root), connection, retries: retries, TransferSurroundings(sleep: { _ in }))
        let start = Date()
        let sentence = bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
        #expect(sentence.contains(": it took too long ("))
        #expect(Date().timeIntervalSince(start) < 20)
    }

    @Test func `files are deleted and moved at the source`() throws {
        for name in ["a \"b\".mrc", "c.mrc"] { try server.put(name, "abc") }
        try FileManager.default.createDirectory(atPath: "\(server.folder)/done", withIntermediateDirectories: true)
        let remote = try bench.server(root, connection)
        for file in try remote.files(matching: NamePattern(["*.mrc"])) {
            if file.name == "c.mrc" {
                try remote.move(file.address, to: "done")
            } else {
                try remote.remove(file.address)
            }
        }
        #expect(!server.has("a \"b\".mrc") && !server.has("c.mrc") && server.has("done/c.mrc"))
    }

    @Test func `a password from the environment logs in, a wrong one does not`() throws {
        let other = try TestServer(.sftp, folder: bench.path("other"), bench.keys, "bva:secret")
        try other.put("a.mrc", "abc")
        var connection = Connection.quick
        connection.user = "bva"
        connection.hostKey = self.connection.hostKey
        setenv("HOLDFAST_TEST_PASSWORD", "secret", 1)
        connection.password = SecretPlace("env:HOLDFAST_TEST_PASSWORD")
        let address = "sftp://127.0.0.1:\(other.port)/"
        let remote = try bench.server(address, connection)
        let file = try #require(try remote.files(matching: NamePattern(["*.mrc"])).first)
        #expect(try remote.fetch(file, to: bench.path("got"))?.size == 3)
        connection.password = try bench.secret("wrong")
        #expect(
            bench.sentence { _ = try bench.server(address, connection).files(matching: NamePattern(["*"])) }.hasPrefix(
                "sftp://HOST/: the server refused the login ("))
        connection.password = SecretPlace("env:HOLDFAST_TEST_NOT_SET")
        #expect(
            bench.sentence { _ = try bench.server(address, connection) }
                == "sftp://HOST/: the environment has no HOLDFAST_TEST_NOT_SET, which holds a secret of the source; mend the "
                + "client's file or the environment")
    }
}
