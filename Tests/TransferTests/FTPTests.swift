import Foundation
import ServerSupport
import Testing
import Transfer

@Suite struct `Fetching by ftp` {
    let bench: Bench
    let server: TestServer
    let connection: Connection
    var root: String { "ftp://127.0.0.1:\(server.port)/" }

    init() throws {
        bench = try Bench()
        server = try TestServer(.ftp, folder: bench.served, "bva:secret")
        var connection = Connection.quick
        connection.user = "bva"
        connection.password = try bench.secret("secret")
        self.connection = connection
    }

    @Test(arguments: [false, true]) func `a folder is listed with sizes and dates, by MLSD or name by name`(old: Bool)
        throws
    {
        for name in ["full 1.mrc", "full-2.mrc", "notes.txt", "d.mrc.part"] { try server.put(name, "abc") }
        try FileManager.default.createDirectory(
            atPath: "\(server.folder)/folder.mrc", withIntermediateDirectories: true)
        if old { try server.plant(#"{"server": {"no_mlsd": true}}"#) }
        let files = try bench.server(root, connection).files(matching: NamePattern(["full*"]))
        #expect(files.map(\.name) == ["full 1.mrc", "full-2.mrc"])
        #expect(files.allSatisfy { $0.state.size == 3 && $0.state.modified != nil })
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(server.folder)/full-2.mrc")
        let date = try #require(attributes[.modificationDate] as? Date)
        #expect(files[1].state.modified == Int(date.timeIntervalSince1970))
    }

    @Test func `a transfer cut twice goes on where it broke off`() throws {
        let content = sample(300_000)
        try server.put("a.mrc", content)
        try server.plant(#"{"a.mrc": {"cut": 100000, "times": 2}}"#)
        let remote = try bench.server(root, connection)
        let file = try #require(try remote.files(matching: NamePattern(["a.mrc"])).first)
        let fetched = try #require(try remote.fetch(file, to: bench.path("got")))
        #expect(fetched.size == 300_000 && fetched.verifiedBy == ["size"])
        #expect(try bench.bytes("got") == content)
        #expect(server.requests == ["RETR a.mrc", "RETR a.mrc 100000", "RETR a.mrc 200000"])
    }

    @Test func `a file that changes between two attempts is left for later`() throws {
        try server.put("a.mrc", sample(3000))
        let remote = try bench.server(root, connection)
        var file = try #require(try remote.files(matching: NamePattern(["a.mrc"])).first)
        file.state.size = 2000
        #expect(
            bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
                == "ftp://HOST/a.mrc: the file changed while it was fetched: 3000 bytes after 2000; it is fetched when it no "
                + "longer changes")
        #expect(!FileManager.default.fileExists(atPath: bench.path("got")))
    }

    @Test func `a size that is not kept to is an error`() throws {
        try server.put("a.mrc", sample(1000))
        try server.plant(#"{"a.mrc": {"size": 1500}, "server": {"no_mlsd": true}}"#)
        let remote = try bench.server(root, connection)
        let file = try #require(try remote.files(matching: NamePattern(["a.mrc"])).first)
        #expect(file.state.size == 1500)
        let sentence = bench.sentence { _ = try remote.fetch(file, to: bench.path("got")) }
        #expect(sentence.contains("the connection broke off (transfer closed with 500 bytes remaining to read)"))
    }

    @Test func `a refused login says so`() throws {
        var connection = connection
        connection.password = try bench.secret("wrong")
        #expect(
            bench.sentence { _ = try bench.server(root, connection).files(matching: NamePattern(["*"])) }
                == "ftp://HOST/: the server refused the login (Access denied: 530); check the user and the password or key of "
                + "the source")
    }

    @Test func `a folder that is not there says so`() throws {
        let sentence = bench.sentence {
            _ = try bench.server(root + "nowhere/", connection).files(matching: NamePattern(["*"]))
        }
        #expect(
            sentence
                == "ftp://HOST/nowhere/: the folder is not there or not open to the user (Server denied you to change to the "
                + "given directory); check the path, or ask the library where the file is")
    }

    @Test func `files are deleted and moved at the source`() throws {
        for name in ["a b.mrc", "c.mrc"] { try server.put(name, "abc") }
        try FileManager.default.createDirectory(atPath: "\(server.folder)/done", withIntermediateDirectories: true)
        let remote = try bench.server(root, connection)
        for file in try remote.files(matching: NamePattern(["*.mrc"])) {
            if file.name == "c.mrc" {
                try remote.move(file.address, to: "done")
            } else {
                try remote.remove(file.address)
            }
        }
        #expect(!server.has("a b.mrc") && !server.has("c.mrc") && server.has("done/c.mrc"))
    }

    @Test func `with TLS asked for, an open connection is refused and a safe one used`() throws {
        var connection = connection
        connection.requiresTLS = true
        try server.put("a.mrc", "abc")
        #expect(
            bench.sentence { _ = try bench.server(root, connection).files(matching: NamePattern(["*"])) }.hasPrefix(
                "ftp://HOST/: the server does not offer TLS ("))
        let certificate = try TestCertificate.make(in: bench.path("tls"))
        let secure = try TestServer(.ftp, folder: bench.path("secure"), "bva:secret", certificate)
        try secure.put("a.mrc", sample(200_000))
        connection.caFile = certificate + ".crt"
        let remote = try bench.server("ftp://127.0.0.1:\(secure.port)/", connection)
        let file = try #require(try remote.files(matching: NamePattern(["*.mrc"])).first)
        #expect(try remote.fetch(file, to: bench.path("got"))?.size == 200_000)
        #expect(try bench.bytes("got") == sample(200_000))
    }
}
