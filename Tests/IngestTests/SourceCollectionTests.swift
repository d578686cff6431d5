import Foundation
import Ingest
import Testing
import Transfer
import Update

/// A folder of this machine stands for a server here; the servers themselves are met in the tests of Transfer.
@Suite final class `Collecting from a source` {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("source-\(UUID().uuidString)").path
    private let memory = Memory()
    /// SHA-256 of what submissions hold.
    private var delivered: Set<String> = []
    private var inbox: String { "\(root)/inbox/bc/bva" }

    init() throws {
        try FileManager.default.createDirectory(atPath: "\(root)/served", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func put(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)"))
    }

    private func text(_ name: String) -> String? { try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8) }

    private func collection(
        _ afterwards: FileSource.Afterwards = .keep, checksum: Digest.Algorithm? = nil,
        sleep: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> SourceCollection {
        let source = FileSource(
            try Address("file://\(root)/served/"), pattern: NamePattern(["*.mrc"]), checksum: checksum,
            afterwards: afterwards)
        let delivered = delivered
        return SourceCollection(
            source, into: inbox, memory: memory, surroundings: TransferSurroundings(sleep: sleep), settleSeconds: 1,
            growthWaitSeconds: 3, isDelivered: { delivered.contains($0) })
    }

    private func inboxNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: inbox).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func `what fits the pattern comes into the drop folder, and is not fetched again`() throws {
        for name in ["b.mrc", "a.mrc", "notes.txt"] { try put("served/\(name)", name) }
        let first = try collection().run()
        #expect(first.landed.map(\.name) == ["a.mrc", "b.mrc"] && first.unchanged == 0)
        #expect(try inboxNames() == ["a.mrc", "b.mrc"])
        try FileManager.default.removeItem(atPath: "\(inbox)/a.mrc")
        let second = try collection().run()
        #expect(second.landed == [] && second.unchanged == 2)
        #expect(try inboxNames() == ["b.mrc"])
    }

    @Test func `a file that has changed at the source is fetched anew, beside the one that still waits`() throws {
        try put("served/a.mrc", "first")
        _ = try collection().run()
        try put("served/a.mrc", "the second")
        #expect(try collection().run().landed.map(\.name) == ["a-2.mrc"])
        #expect(text("inbox/bc/bva/a.mrc") == "first" && text("inbox/bc/bva/a-2.mrc") == "the second")
    }

    @Test func `nothing lands while one of the files fails, and what was whole by then is not fetched twice`() throws {
        try put("served/a.mrc", "abc")
        try put("served/a.mrc.sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try put("served/b.mrc", "abc")
        try put("served/b.mrc.sha256", String(repeating: "0", count: 64))
        #expect(throws: TransferError.self) { try self.collection(checksum: .sha256).run() }
        #expect(try inboxNames() == [])
        #expect(memory.files().map(\.stage) == [.whole])
        try put("served/b.mrc.sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let outcome = try collection(checksum: .sha256).run()
        #expect(outcome.landed.map(\.name) == ["a.mrc", "b.mrc"] && outcome.unchanged == 1)
    }

    @Test func `a file that grows is left until it no longer does`() throws {
        try put("served/a.mrc", "x")
        let path = "\(root)/served/a.mrc"
        let growing = try collection(sleep: { _ in
            if let file = FileHandle(forWritingAtPath: path) {
                _ = file.seekToEndOfFile()
                file.write(Data("more".utf8))
            }
        })
        let error = try #require(throws: TransferError.self) { try growing.run() }
        #expect(error.found == "the file still changes after 3 s and has 13 bytes now")
        #expect(try inboxNames() == [])
        #expect(try collection().run().landed.map(\.size) == [13])
    }

    @Test func `a file that was renamed just before a crash is not fetched again`() throws {
        try put("served/a.mrc", "abc")
        _ = try collection().run()
        for address in memory.rows.keys { memory.rows[address]?.stage = .whole }
        let outcome = try collection().run()
        #expect(outcome.unchanged == 1)
        #expect(memory.files().map(\.stage) == [.landed])
        #expect(try inboxNames() == ["a.mrc"])
    }

    @Test(arguments: [FileSource.Afterwards.delete, .move(to: "done")])
    func `a file leaves the source only when a submission holds it`(afterwards: FileSource.Afterwards) throws {
        try FileManager.default.createDirectory(atPath: "\(root)/served/done", withIntermediateDirectories: true)
        try put("served/a.mrc", "abc")
        _ = try collection(afterwards).run()
        #expect(try collection(afterwards).tidy() == [])
        #expect(text("served/a.mrc") == "abc")
        delivered = Set(memory.files().map(\.sha256))
        #expect(try collection(afterwards).tidy() == [])
        #expect(text("served/a.mrc") == nil)
        #expect(text("served/done/a.mrc") == (afterwards == .delete ? nil : "abc"))
        #expect(memory.files().map(\.stage) == [.tidied])
    }

    @Test func `a newer file of the same name stays at the source`() throws {
        try put("served/a.mrc", "abc")
        _ = try collection(.delete).run()
        delivered = Set(memory.files().map(\.sha256))
        try put("served/a.mrc", "newer")
        #expect(try collection(.delete).tidy() == [])
        #expect(text("served/a.mrc") == "newer")
        #expect(try collection(.delete).run().landed.map(\.size) == [5])
    }

    @Test(
        arguments: [
            (TransferError.Kind.timedOut, "ingest.source-unreachable"), (.notFound, "ingest.source-unreachable"),
            (.setting, "ingest.source-unreachable"), (.loginRefused, "ingest.source-login-refused"),
            (.serverNotTrusted, "ingest.source-not-trusted"), (.cut, "ingest.transfer-broken"),
            (.checksumDiffers, "ingest.transfer-differs"), (.stillGrows, "ingest.file-still-growing"),
        ] as [(TransferError.Kind, String)])
    func `what went wrong becomes the defect of its kind, with the transfer's sentence`(
        kind: TransferError.Kind, code: String
    ) throws {
        let error = TransferError(kind, at: try Address("sftp://ftp.library.example/export/"), "it went wrong")
        let defect = SourceDefects.defect(for: error)
        #expect(defect.code.name == code)
        #expect(defect.message == error.description)
    }
}
