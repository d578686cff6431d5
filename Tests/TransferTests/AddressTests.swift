import Testing
import Transfer

@Suite struct `Addresses` {
    @Test func `are taken apart, and lead to the files of a folder`() throws {
        let folder = try Address("sftp://ftp.library.example:2222/export/new/")
        #expect(folder.scheme == .sftp && folder.host == "ftp.library.example" && folder.isFolder)
        let file = folder.child(Array("a b%ü.mrc".utf8))
        #expect(file.text == "sftp://ftp.library.example:2222/export/new/a%20b%25%C3%BC.mrc")
        #expect(String(decoding: file.lastName, as: UTF8.self) == "a b%ü.mrc")
        #expect(file.folder == folder)
        #expect(RemoteFile(address: folder.child([0x6D, 0xE9])).name == "m\\xE9")
    }

    @Test(arguments: [
        ("ftp.library.example/export", "expects an address as in sftp://ftp.library.example/export/"),
        (
            "gopher://library.example/",
            "expects an address that begins with one of http://, https://, ftp://, ftps://, sftp://, file://"
        ),
        (
            "ftp://bva:s3cret@library.example/",
            "holds a user or a password; name them with user and password-from instead"
        ),
    ])
    func `that are no good are refused without being shown`(text: String, problem: String) {
        #expect { try Address(text) } throws: { "\($0)" == problem }
    }

    @Test func `of this machine are fetched from like any other`() throws {
        let bench = try Bench()
        let folder = try Bench()
        try folder.put("a b.mrc", sample(1000))
        let remote = try bench.server("file://\(folder.root)/")
        let file = try #require(try remote.files(matching: NamePattern(["*.mrc"])).first)
        #expect(file.state.size == 1000 && file.state.modified != nil)
        #expect(try remote.fetch(file, to: bench.path("got"))?.size == 1000)
        #expect(try bench.bytes("got") == sample(1000))
        try remote.remove(file.address)
        #expect(try remote.files(matching: NamePattern(["*.mrc"])) == [])
    }
}
