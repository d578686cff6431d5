import Catalog
import CatalogTestSupport
import Foundation
import Glibc
import Install
import Testing
import Update

@Suite struct DurabilityTests {
    private func samples(_ count: Int, _ text: String) -> [SampleRecord] {
        (1...count).map { number in
            SampleRecord("n\(number)", "\(text) \(number)").with { $0.note = String(repeating: "\(text) ", count: 200) }
        }
    }

    @Test func `readers see the old version or the new one, never a mixture`() throws {
        let client = try SampleClient()
        let first = try client.submission(samples(50, "old"), mode: .full)
        try client.install(first) { open throws in
            #expect(!FileManager.default.fileExists(atPath: client.path))
            #expect(try open.committed.sums().isEmpty)
            return ""
        }
        let reader = try SQLiteConnection(path: client.path, access: .read)
        let query = "select group_concat(distinct substr(title, 1, 3)) || count(*) from record"
        #expect(try reader.text(query) == "old50")
        let early = try client.store().reading()
        let second = try client.submission(samples(60, "new"), period: "2026-02", mode: .full)
        try client.install(second) { open throws in
            #expect(try reader.text(query) == "old50")
            #expect(try open.committed.sums()[1]?.records.rows == 50)
            #expect(try open.transaction.sums()[1]?.records.rows == 60)
            return ""
        }
        #expect(try reader.text(query) == "new60")
        #expect(try early.sums()[1]?.records.rows == 50)
        #expect(try client.store().reading().sums()[1]?.records.rows == 60)
    }

    /// A file system of its own, small; only root may make one.
    private static func mountSmallDisk(_ folder: String, megabytes: Int) -> Bool {
        mount("tmpfs", folder, "tmpfs", 0, "size=\(megabytes)m") == 0
    }

    @Test(.enabled(if: geteuid() == 0, "only root may make a small file system"))
    func `a full disk leaves the database as it was`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard Self.mountSmallDisk(folder, megabytes: 4) else { return }
        defer { umount(folder) }
        let spools = try SampleClient()
        let database = folder + "/client.sqlite"
        func install(_ submission: SampleClient.Submission) throws {
            _ = try InstallRun.run(
                records: submission.records, verdicts: submission.verdicts, store: SQLiteCatalog(path: database),
                submission: submission.facts, context: submission.context, inspect: { _ in "" })
        }
        func content() throws -> String? {
            try SQLiteConnection(path: database, access: .write).text(
                "select count(*) || group_concat(hex(hash)) from record")
        }
        // Too large for a new file: no file, and no rest of one.
        let huge = try spools.submission(samples(4000, "huge"), mode: .full)
        let failure = #expect(throws: CatalogError.self) { try install(huge) }
        #expect(failure?.kind == .full)
        #expect(failure?.description.hasSuffix("; make room on the device and run again") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        // Too large for a file that is there: as it was, and whole.
        try install(try spools.submission(samples(100, "small"), mode: .full))
        let before = try content()
        let again = try spools.submission(samples(4000, "huge"), period: "2026-W02")
        #expect(throws: CatalogError.self) { try install(again) }
        #expect(try content() == before)
        #expect(try SQLiteConnection(path: database, access: .write).text("pragma integrity_check") == "ok")
        // With room made, the next one goes in.
        try install(try spools.submission(samples(120, "small"), period: "2026-W03"))
    }

    @Test func `what a killed program left beside the place of a new file is no obstacle`() throws {
        let client = try SampleClient()
        try Data("half a database".utf8).write(to: URL(fileURLWithPath: client.path + ".new"))
        try Data("half a journal".utf8).write(to: URL(fileURLWithPath: client.path + ".new-journal"))
        try client.install(samples(5, "x"), mode: .full)
        #expect(try client.controlNumbers().count == 5)
        #expect(!FileManager.default.fileExists(atPath: client.path + ".new"))
    }
}
