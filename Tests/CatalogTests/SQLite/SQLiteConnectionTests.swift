import Catalog
import Foundation
import Testing

@Suite struct SQLiteConnectionTests {
    @Test func `values come back as they were bound`() throws {
        let connection = try SQLiteConnection(path: ":memory:", access: .create)
        try connection.execute("create table t(a integer, b text, c blob, d text)")
        let insert = try connection.prepare("insert into t values (?, ?, ?, ?)")
        try insert.bind(1, 42)
        try insert.bind(2, "Ærøskøbing\u{0}x")
        try insert.bind(3, blob: [0, 255, 0])
        try insert.bind(4, String?.none)
        try insert.run()
        try insert.bind(2, "")
        try insert.bind(3, blob: [])
        try insert.run()
        let select = try connection.prepare("select * from t order by rowid")
        #expect(try select.step())
        #expect(select.int(0) == 42)
        #expect(select.text(1) == "Ærøskøbing\u{0}x")
        #expect(Array(select.blob(2)) == [0, 255, 0])
        #expect(select.text(3) == nil && select.isNull(3))
        #expect(try select.step())
        #expect(select.text(1) == "" && !select.isNull(1))
        #expect(select.blob(2).isEmpty && !select.isNull(2))
        #expect(try !select.step())
    }

    @Test func `an error inside a transaction leaves nothing behind`() throws {
        let connection = try SQLiteConnection(path: ":memory:", access: .create)
        try connection.execute("create table t(a unique)")
        let failure = #expect(throws: CatalogError.self) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                try connection.execute("insert into t values (1)")
            }
        }
        #expect(failure?.kind == .constraint)
        #expect(try connection.number("select count(*) from t") == 0)
        #expect(!connection.isInTransaction)
    }

    @Test func `what SQLite refuses is one sentence with the way out`() throws {
        let missing = #expect(throws: CatalogError.self) {
            _ = try SQLiteConnection(path: "no-such-folder/x.sqlite", access: .create)
        }
        #expect(
            missing?.description
                == "cannot open no-such-folder/x.sqlite: unable to open database file; check that its folder exists and may be written"
        )
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("x.sqlite").path
        try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: path))
        let damaged = #expect(throws: CatalogError.self) {
            _ = try SQLiteConnection(path: path, access: .write).number("select count(*) from sqlite_master")
        }
        #expect(damaged?.kind == .damaged)
    }

    @Test func `a lock that another connection holds is a busy error`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("x.sqlite").path
        let first = try SQLiteConnection(path: path, access: .create)
        try first.begin()
        let second = try SQLiteConnection(path: path, access: .write, busyTimeoutSeconds: 0)
        let failure = #expect(throws: CatalogError.self) { try second.begin() }
        #expect(failure?.kind == .busy)
        first.rollback()
        try second.begin()
    }
}
