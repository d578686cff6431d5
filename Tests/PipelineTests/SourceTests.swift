import Foundation
import Ingest
import Testing
import Transfer

@testable import Pipeline

@Suite struct `A contributor's source` {
    /// The client's file with one contributor whose source has these lines.
    private func read(_ lines: String) -> (source: ContributorSource?, problems: [String]) {
        let problems = ProblemList()
        let indented = lines.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        let text = "contributors:\n  bva:\n    profile: bva\n    source:\n\(indented)\n"
        let client = ClientPlan(name: "bc", file: "clients/bc.yaml", text: text, problems: problems)
        return (client.contributors.first?.source, problems.problems.map(\.message))
    }

    private static let hostKey = "SHA256:3Z2yx+SwW8oYiDf0oy/qnNWLL63KnzAtLtAcTARUu78"

    @Test func `says where, which files, who logs in and what becomes of the files`() throws {
        let (source, problems) = read(
            """
            url: sftp://ftp.harbour.example/export/
            pattern: ["*.mrc", "*.xml"]
            user: holdfast
            key-file: keys/harbour
            host-key: \(Self.hostKey)
            checksum: sha256
            attempts: 7
            move-to: done
            """)
        #expect(problems == [])
        guard case .files(let found) = source else {
            Issue.record("no folder of files: \(String(describing: source))")
            return
        }
        #expect(found.address.text == "sftp://ftp.harbour.example/export/")
        #expect(found.pattern == NamePattern(["*.mrc", "*.xml"]))
        #expect(found.connection.user == "holdfast" && found.connection.keyFile == "keys/harbour")
        #expect(found.connection.hostKey == Self.hostKey)
        #expect(found.checksum == .sha256 && found.retries.attempts == 7 && found.afterwards == .move(to: "done"))
    }

    @Test func `takes every file and leaves it where it is, unless it says otherwise`() throws {
        let source = try #require(read("url: https://library.example/export/").source)
        #expect(try source == .files(FileSource(Address("https://library.example/export/"))))
    }

    @Test func `may be a repository, with the form, the sets and the days that are asked for`() throws {
        let (source, problems) = read(
            """
            oai: https://repository.harbour.example/oai
            prefix: marcxml
            sets: [books, serials]
            from: 2020-01-01
            attempts: 7
            """)
        #expect(problems == [])
        var expected = OAISource(
            try Address("https://repository.harbour.example/oai"), prefix: "marcxml", sets: ["books", "serials"],
            from: "2020-01-01")
        expected.retries.attempts = 7
        #expect(source == .harvest(expected))
        let plain = try Address("https://library.example/oai")
        #expect(read("oai: https://library.example/oai").source == .harvest(OAISource(plain)))
    }

    @Test(
        arguments: [
            ("pattern: \"*.mrc\"", ["the key 'url' is missing or empty"]),
            (
                "url: https://me:secret@library.example/x/",
                ["'url' holds a user or a password; name them with user and password-from instead"]
            ),
            (
                "url: https://library.example/a.mrc\npattern: \"*.mrc\"",
                ["'pattern' chooses files of a folder; end 'url' with / where it is one"]
            ),
            (
                "url: https://library.example/x/\ndelete-after: true",
                ["'delete-after' cannot be done on a web server; leave it out"]
            ),
            (
                "url: ftp://library.example/x/\ndelete-after: true\nmove-to: done",
                ["'move-to' and 'delete-after' exclude each other; name one of them"]
            ),
            (
                "url: ftp://library.example/x/\nuser: me\npassword: secret",
                ["a password never stands here; name where it is with 'password-from'"]
            ),
            (
                "url: ftp://library.example/x/\nuser: me\npassword-from: secret",
                ["'password-from' expects env:NAME or file:PATH"]
            ),
            (
                "url: sftp://library.example/x/\nuser: me\nkey-file: k\nhost-key: SHA256:abc",
                ["'host-key' expects SHA256: and 43 characters, as ssh-keygen -lf prints them; found 'SHA256:abc'"]
            ),
            (
                "url: sftp://library.example/x/\nhost-key: \(hostKey)",
                ["sftp needs 'user' or 'user-from'", "sftp needs 'key-file' or 'password-from'"]
            ),
            (
                "oai: ftp://library.example/oai",
                ["'oai' expects an address that begins with https:// or http://"]
            ),
            (
                "oai: https://library.example/oai\nprefix: oai_dc\nfrom: January",
                [
                    "'prefix' expects marc21 or marcxml, found 'oai_dc'",
                    "'from' expects a day as in 2026-01-31, found 'January'",
                ]
            ),
            (
                "oai: https://library.example/oai\ndelete-after: true",
                [
                    "unknown key 'delete-after'; known here: attempts, ca-file, connect-seconds, from, host-key, key-file, oai, "
                        + "password-from, prefix, sets, slow-seconds, tls, until, user, user-from"
                ]
            ),
            ("url: https://library.example/x/\nkey-file: k", ["'key-file' is for sftp only; leave it out"]),
            (
                "url: sftp://library.example/x/\nuser: me\nkey-file: k\nhost-key: \(hostKey)\ntls: required",
                ["'tls' is for ftp only; sftp says by itself whether it is safe"]
            ),
        ] as [(String, [String])])
    func `that cannot be meant is told`(lines: String, expected: [String]) {
        #expect(read(lines).problems == expected)
    }

    @Test func `is remembered by the ledger, for its contributor alone`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
        var file = RememberedFile(
            address: "ftp://library.example/a.mrc", name: "a.mrc", state: .init(size: 3, modified: 100), size: 3,
            sha256: String(repeating: "0", count: 64), stage: .whole)
        let memory = try Ledger(path: path).memory(client: "bc", contributor: "bva")
        try memory.remember(file)
        #expect(try memory.file(at: file.address) == file)
        (file.stage, file.state) = (.landed, .init(etag: "\"a\""))
        try memory.remember(file)
        let again = try Ledger(path: path)
        #expect(try again.memory(client: "bc", contributor: "bva").files() == [file])
        #expect(try again.memory(client: "bc", contributor: "bvb").files() == [])
        try memory.forget(file.address)
        #expect(try memory.file(at: file.address) == nil)
        let notices = ["one", "other"].map { SourceNotice(code: "ingest.harvest-undated", message: $0) }
        try memory.remember(file, harvestedUntil: ["a list": "2026-11-25"], notices: notices)
        #expect(try again.notices(client: "bc", contributor: "bva") == [file.sha256: notices])
        #expect(try again.notices(client: "bc", contributor: "bvb") == [:])
        #expect(try memory.file(at: file.address) == file && memory.harvested("a list") == "2026-11-25")
        #expect(try again.memory(client: "bc", contributor: "bvb").harvested("a list") == nil)
    }
}
