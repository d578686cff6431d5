import CatalogTestSupport
import Inspect
import Install
import Testing
import Update

@testable import Catalog

/// Twelve ways of spoiling an install on purpose, inside its open transaction, in a database that three libraries share:
/// inspect names each, nothing of it is committed, and the same submission goes through unspoilt.
@Suite struct `An install spoilt on purpose` {
    private static let samples = (1...25).map { number in
        SampleRecord("n\(number)", "Title number \(number)").with {
            $0.isbn = "9788\(100_000_000 + number)"
            $0.holdings = [("LIB", "Main", "\(number)", "b\(number)")]
        }
    }

    /// n1 is another title, n2 has another number, n3 goes, n30 comes.
    private static let changes = [
        samples[0].with { $0.title = "Another title" }, samples[1].with { $0.isbn = "9788799999990" },
        .delete("n3"), SampleRecord("n30", "New title").with { $0.isbn = "9788100000030" },
    ]

    /// A full load that lacks n20 to n25.
    private static let full = Array(samples.prefix(19))

    struct Spoil: CustomTestStringConvertible, Sendable {
        let what: String
        let sql: String
        /// One of the codes that have to name it.
        let code: String
        var mode = Mode.changes
        var testDescription: String { what }
    }

    private static func record(_ control: String, of library: String = "lib2") -> String {
        """
        (select id from record where control_number = '\(control)' and contributor = \
        (select id from contributor where symbol = '\(library)'))
        """
    }

    static let spoils = [
        Spoil(
            what: "a row is changed", sql: "update record set title = 'x' where id = \(record("n1"))",
            code: "record-differs"),
        Spoil(
            what: "a record is dropped", sql: "delete from record where id = \(record("n30"))",
            code: "record-missing"),
        Spoil(
            what: "a holding is dropped", sql: "delete from holding where record = \(record("n2"))",
            code: "record-differs"),
        Spoil(
            what: "a record of another library is touched",
            sql: "update record set title = 'x' where id = \(record("n9", of: "lib1"))", code: "row-not-intended"),
        Spoil(
            what: "a holding of another library is dropped",
            sql: "delete from holding where record = \(record("n9", of: "lib3"))", code: "row-not-intended"),
        Spoil(
            what: "an entry of the search index is missing",
            sql: """
                insert into search(search, rowid, title, author, subject) \
                select 'delete', id, title, author, subject from record where id = \(record("n30"))
                """, code: "text-not-found"),
        Spoil(
            what: "a number is missing", sql: "delete from identifier where record = \(record("n30"))",
            code: "identifier-not-found"),
        Spoil(
            what: "a delete is ignored",
            sql: """
                insert into record select 900, contributor, kind, 'n3', form, hash, 1, title, author, subject, marc
                from record where id = \(record("n5"))
                """, code: "deleted-record-held"),
        Spoil(
            what: "a cluster is wrong",
            sql: "update cluster set master = record where record = \(record("n1"))", code: "cluster-wrong"),
        Spoil(
            what: "a sum is falsified",
            sql: "update checksum set sum = zeroblob(16) where table_name = 'holding' and contributor = 2",
            code: "sum-differs"),
        Spoil(
            what: "the image before is falsified",
            sql: "update change set before_title = 'x' where action = 'replaced' and record = \(record("n1"))",
            code: "sum-differs"),
        Spoil(
            what: "an absent record is left",
            sql: """
                insert into record select 900, contributor, kind, 'n22', form, hash, 1, title, author, subject, marc
                from record where id = \(record("n5"))
                """, code: "absent-record-held", mode: .full),
    ]

    @Test(arguments: StoreKind.available, spoils)
    func `is named and rolled back, and goes through unspoilt`(_ kind: StoreKind, _ spoil: Spoil) throws {
        let client = try SampleClient(kind)
        client.rules = MatchRuleSet.preset("number-only")
        for library in ["lib1", "lib2", "lib3"] { try client.install(Self.samples, of: library, mode: .full) }
        let before = try (client.content(), client.clusters(), client.doubts())
        let submission = try client.submission(
            spoil.mode == .full ? Self.full : Self.changes, of: "lib2", period: "2026-W02", mode: spoil.mode)
        func install(spoilt: Bool) throws {
            try client.install(submission) { open in
                if spoilt { try open.transaction.execute(spoil.sql) }
                return try InspectRun.prove(
                    open, records: submission.records, verdicts: submission.verdicts, defects: DefectTally(),
                    context: submission.context
                ).approved()
            }
        }
        let failure = #expect(throws: InspectFailure.self) { try install(spoilt: true) }
        let codes = Set(failure?.report.defects.map(\.code.name) ?? [])
        #expect(codes.contains("inspect.\(spoil.code)"), "\(codes)")
        let after = try (client.content(), client.clusters(), client.doubts())
        #expect(after == before)
        #expect(try client.rows("select count(*) from version") == ["3"])
        try install(spoilt: false)
        #expect(try client.store().audit(AuditProfiles(identifiers: nil)) { _ in }.findings == [])
    }
}
