import CatalogTestSupport
import Foundation
import Inspect
import Install
import MARC
import Testing
import Update

@testable import Catalog

@Suite struct InspectRunTests {
    private let samples = (1...25).map { number in
        SampleRecord("n\(number)", "Title number \(number)").with {
            $0.isbn = "97887\(100_000_000 + number)"
            $0.holdings = [("BVA", "Main", "\(number)", "b\(number)")]
        }
    }

    /// A second week: n1 changed, n2 deleted, n3 sent again as it was, n30 added.
    private var changes: [SampleRecord] {
        [
            samples[0].with { $0.title = "Another title" }, .delete("n2"), samples[2], SampleRecord("n30", "New title"),
            samples[3].with { $0.disposition = .rejected },
        ]
    }

    private func hook(
        _ submission: SampleClient.Submission, defects: DefectTally = DefectTally(), spoil: String = ""
    ) -> InspectHook {
        { open in
            if !spoil.isEmpty { try open.transaction.execute(spoil) }
            return try InspectRun.prove(
                open, records: submission.records, verdicts: submission.verdicts, defects: defects,
                context: submission.context
            ).approved()
        }
    }

    @Test(arguments: StoreKind.available) func `a sound install passes every check, before the commit and after`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let first = try client.submission(samples, mode: .full)
        let outcome = try client.install(first, inspect: hook(first))
        let verdict = try #require(InspectVerdict(outcome.version.verdict))
        #expect(verdict.passed)
        #expect(
            verdict.checked == [
                "absent-records-are-gone": 25, "books-balance": 5, "deleted-records-are-gone": 0,
                "every-record-is-there": 25,
                "holdings-have-their-record": 0, "known-items-are-found": 25, "nothing-else-changed": 0,
                "rejected-is-not-absent": 0, "rows-written-are-intended": 25, "sums-agree": 3,
            ])
        #expect(verdict.summary.dispositions == ["added": 25])
        let second = try client.submission(changes, period: "2026-W02")
        let weekly = try client.install(second, inspect: hook(second))
        let report = try InspectRun.confirm(
            weekly.version, store: client.store(), records: second.records, verdicts: second.verdicts,
            submission: second.facts, context: second.context)
        #expect(report.verdict.passed && report.defects.isEmpty)
        #expect(report.verdict.checked["version-is-committed"] == 1)
        #expect(report.verdict.summary.dispositions == weekly.summary.dispositions)
        let third = try client.submission(Array(samples.prefix(4)), period: "2026-02", mode: .full)
        #expect(try client.install(third, inspect: hook(third)).version.counts.absent == 22)
        let other = try client.submission(samples, of: "cvb", mode: .full)
        _ = try client.install(other, inspect: hook(other))
    }

    /// What is spoilt inside the open transaction, and the codes that find it.
    static let spoils: [(what: String, sql: String, codes: Set<String>)] = [
        (
            "a record is missing", "delete from record where control_number = 'n30'",
            ["inspect.row-not-intended", "inspect.record-missing", "inspect.sum-differs"]
        ),
        (
            "a byte of a record differs",
            "update record set marc = cast(replace(cast(marc as text), 'Another', 'Bnother') as blob) where control_number = 'n1'",
            ["inspect.row-not-intended", "inspect.record-differs", "inspect.sum-differs"]
        ),
        (
            "a text differs", "update record set title = 'x' where control_number = 'n30'",
            ["inspect.row-not-intended", "inspect.record-differs", "inspect.sum-differs"]
        ),
        (
            "a holding is lost",
            "delete from holding where record = (select min(id) from record where control_number = 'n1')",
            ["inspect.row-not-intended", "inspect.record-differs", "inspect.sum-differs"]
        ),
        (
            "a holding differs",
            "update holding set location = 'x' where record = (select min(id) from record where control_number = 'n1')",
            ["inspect.row-not-intended", "inspect.record-differs", "inspect.sum-differs"]
        ),
        (
            "an identifier is lost",
            "delete from identifier where record = (select min(id) from record where control_number = 'n1')",
            [
                "inspect.row-not-intended", "inspect.record-differs", "inspect.sum-differs",
                "inspect.identifier-not-found",
            ]
        ),
        (
            "a record left as it stood was altered",
            "update record set hash = zeroblob(16) where control_number = 'n3'",
            ["inspect.row-not-intended", "inspect.record-differs"]
        ),
        (
            "the bytes of a record left as it stood were altered",
            "update record set marc = cast(replace(cast(marc as text), 'number', 'nimber') as blob) where control_number = 'n3'",
            ["inspect.row-not-intended", "inspect.record-differs"]
        ),
        (
            "a deleted record is still there",
            """
            insert into record select 900, contributor, kind, 'n2', form, hash, 1, title, author, subject, marc
            from record where control_number = 'n3' and contributor = 1
            """, ["inspect.row-not-intended", "inspect.deleted-record-held"]
        ),
        (
            "a holding of a deleted record is left",
            "insert into holding(record, number) select record, 1 from change where action = 'deleted'",
            ["inspect.row-not-intended", "inspect.rows-orphaned"]
        ),
        (
            "the books have a row too many",
            "update checksum set rows = rows + 1 where table_name = 'record' and contributor = 1",
            ["inspect.books-unbalanced", "inspect.sum-differs"]
        ),
        (
            "a sum is wrong", "update checksum set sum = zeroblob(16) where table_name = 'holding' and contributor = 1",
            ["inspect.sum-differs"]
        ),
        (
            "an image before is wrong", "update change set before_title = 'x' where action = 'replaced'",
            ["inspect.row-not-intended", "inspect.sum-differs"]
        ),
        (
            "another contributor's sum changed", "update checksum set rows = 7 where contributor = 2",
            ["inspect.other-contributor-changed"]
        ),
        (
            "the search index lacks a record",
            """
            insert into search(search, rowid, title, author, subject) \
            select 'delete', id, title, author, subject from record where id = \
            (select id from record where control_number = 'n30')
            """, ["inspect.row-not-intended", "inspect.text-not-found"]
        ),
    ]

    @Test(arguments: StoreKind.available, spoils.indices)
    func `an install spoilt on purpose is found and nothing is committed`(_ kind: StoreKind, _ index: Int) throws {
        let spoil = Self.spoils[index]
        let client = try SampleClient(kind)
        try client.install(samples, mode: .full)
        try client.install(samples, of: "cvb", mode: .full)
        let before = try client.content()
        let second = try client.submission(changes, period: "2026-W02")
        let failure = #expect(throws: InspectFailure.self, "\(spoil.what)") {
            try client.install(second, inspect: hook(second, spoil: spoil.sql))
        }
        let report = try #require(failure).report
        #expect(Set(report.defects.map(\.code.name)) == spoil.codes, "\(spoil.what)")
        #expect(report.defects.allSatisfy { $0.severity == .critical && $0.action == .rolledBack })
        #expect(report.verdict.summary.dispositions == ["rolled-back": 4, "rejected": 1])
        #expect(try client.content() == before)
        #expect(try client.rows("select count(*) from version") == ["2"])
    }

    private static let foreign = "(select id from record where contributor = 2 and control_number = 'n5')"

    /// Rows that are none of the submission's, written inside the open transaction, and how they are named.
    static let strays: [(sql: String, message: String)] = [
        ("update record set title = 'x' where id = \(foreign)", "table record: a row of cvb/n5 was written"),
        ("delete from record where id = \(foreign)", "table record: a row of cvb/n5 was written"),
        (
            "update record set version = 9 where contributor = 1 and control_number = 'n5'",
            "table record: a row of bva/n5 was written"
        ),
        ("delete from holding where record = \(foreign)", "table holding: a row of cvb/n5 was written"),
        ("update holding set note = 'x' where record = \(foreign)", "table holding: a row of cvb/n5 was written"),
        (
            "insert into identifier(record, type, value) select \(foreign), 'isbn', '1'",
            "table identifier: a row of cvb/n5 was written"
        ),
        (
            """
            insert into search(search, rowid, title, author, subject) \
            select 'delete', id, title, author, subject from record where id = \(foreign)
            """, "table search: a row of cvb/n5 was written"
        ),
        ("delete from change where version = 2", "table change: a row of version 2 was written"),
        ("update history set records = 7 where version = 1", "table history: a row of version 1 was written"),
        ("update version set summary = 'x' where id = 2", "table version: version 2 does not stand as it stood before"),
        ("update contributor set name = 'x' where id = 2", "table contributor: another contributor does not stand"),
    ]

    @Test(arguments: StoreKind.available, strays.indices)
    func `a row that the submission does not intend is named, and nothing is committed`(
        _ kind: StoreKind, _ index: Int
    ) throws {
        let stray = Self.strays[index]
        let client = try SampleClient(kind)
        var first = try client.submission(samples, mode: .full)
        first.facts.profile.add(25, at: .bibliographic, "245")
        try client.install(first)
        try client.install(samples, of: "cvb", mode: .full)
        let before = try client.content()
        let second = try client.submission(changes, period: "2026-W02")
        let failure = #expect(throws: InspectFailure.self) {
            try client.install(second, inspect: hook(second, spoil: stray.sql))
        }
        let found = try #require(failure).report.defects
        #expect(found.allSatisfy { $0.code.name == "inspect.row-not-intended" })
        #expect(found.contains { $0.message.hasPrefix(stray.message) }, "\(found.map(\.message))")
        #expect(try client.content() == before)
    }

    @Test(arguments: StoreKind.available)
    func `a row too many in a database that was empty is found`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        let first = try client.submission(samples, mode: .full)
        let failure = #expect(throws: InspectFailure.self) {
            try client.install(
                first, inspect: hook(first, spoil: "insert into holding(record, number) values (999, 1)"))
        }
        #expect(
            failure?.report.defects.map(\.message) == [
                "table holding: a row of record number 999 was written, which the submission does not touch"
            ])
        #expect(try client.content() == [])
    }

    /// The same for a full load.
    static let fullSpoils: [(what: String, sql: String, codes: Set<String>)] = [
        (
            "an absent record is still there",
            """
            insert into record select 900, contributor, kind, 'n9', form, hash, 1, title, author, subject, marc
            from record where control_number = 'n3'
            """, ["inspect.row-not-intended", "inspect.absent-record-held"]
        ),
        (
            "a rejected record was deleted",
            "update change set control_number = 'n4' where control_number = 'n9'",
            ["inspect.row-not-intended", "inspect.rejected-deleted", "inspect.sum-differs"]
        ),
    ]

    @Test(arguments: StoreKind.available, fullSpoils.indices)
    func `a full load spoilt on purpose is found`(_ kind: StoreKind, _ index: Int) throws {
        let spoil = Self.fullSpoils[index]
        let client = try SampleClient(kind)
        try client.install(samples, mode: .full)
        let second = try client.submission(changes.filter { $0.intent == .keep }, period: "2026-02", mode: .full)
        let failure = #expect(throws: InspectFailure.self, "\(spoil.what)") {
            try client.install(second, inspect: hook(second, spoil: spoil.sql))
        }
        #expect(Set(try #require(failure).report.defects.map(\.code.name)) == spoil.codes, "\(spoil.what)")
    }

    @Test(arguments: StoreKind.available) func `deletes by absence that nobody released are found`(_ kind: StoreKind)
        throws
    {
        let client = try SampleClient(kind)
        try client.install(samples, mode: .full)
        var second = try client.submission([samples[0]], period: "2026-02", mode: .full)
        let failure = #expect(throws: InspectFailure.self) {
            try client.install(second) { open in
                second.facts.unreadablePieces = 1
                let doubtful = OpenInstall(
                    transaction: open.transaction, committed: open.committed, submission: second.facts)
                return try hook(second)(doubtful)
            }
        }
        #expect(failure?.report.defects.map(\.code.name) == ["inspect.rejected-deleted"])
    }

    @Test(arguments: StoreKind.available) func `after the commit a version that readers do not see is found`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let first = try client.submission(samples, mode: .full)
        let outcome = try client.install(first, inspect: hook(first))
        try client.execute("delete from version; delete from record where id = 1")
        let report = try InspectRun.confirm(
            outcome.version, store: client.store(), records: first.records, verdicts: first.verdicts,
            submission: first.facts,
            context: first.context)
        #expect(Set(report.defects.map(\.code.name)) == ["inspect.version-missing", "inspect.record-missing"])
        #expect(!report.verdict.passed)
        try report.write(to: first.context)
        let file = try String(contentsOfFile: first.context.folder + "/defects.jsonl", encoding: .utf8)
        #expect(file.contains("\"code\":\"inspect.record-missing\",\"severity\":\"critical\""))
        #expect(file.contains("\"record\":1,\"control\":\"n1\""))
        let verdict = try String(contentsOfFile: first.context.folder + "/verdict.json", encoding: .utf8)
        #expect(verdict.contains("\"passed\":false"))
    }

    @Test(arguments: StoreKind.available) func `defects are new, fixed or persisting against the version before`(
        _ kind: StoreKind
    ) throws {
        func tally(_ codes: DefectCode...) -> DefectTally {
            var tally = DefectTally()
            for code in codes { tally.add(Defect(code: code, message: "")) }
            return tally
        }
        let (one, two) = (InspectCodes.all[0], InspectCodes.all[1])
        let client = try SampleClient(kind)
        let first = try client.submission(samples, mode: .full)
        let outcome = try client.install(first, inspect: hook(first, defects: tally(one, one, two)))
        #expect(InspectVerdict(outcome.version.verdict)?.trend == DefectTrend(before: nil, now: tally(one)))
        let second = try client.submission(changes, period: "2026-W02")
        let weekly = try client.install(second, inspect: hook(second, defects: tally(one, two, two)))
        let trend = try #require(InspectVerdict(weekly.version.verdict)?.trend)
        #expect(trend.new == [two.name: 1])
        #expect(trend.fixed == [one.name: 1])
        #expect(trend.persisting == [one.name: 1, two.name: 1])
    }

    @Test func `every code says what, why, what was done and what to do`() {
        let codes = InspectCodes.all + InstallCodes.all
        #expect(Set(codes.map(\.name)).count == codes.count)
        for code in codes {
            #expect([StageName.install, .inspect].contains(code.stage))
            for page in [code.what, code.why, code.done, code.repair] {
                #expect(page.hasSuffix(".") && page.count > 20)
            }
        }
    }
}

extension InstallTransaction {
    /// Runs a statement inside the transaction behind its back, written for SQLite.
    func execute(_ sql: String) throws {
        try (self as? SQLiteReading)?.connection.execute(sql)
        try (self as? PostgreSQLReading)?.connection.execute(StoreKind.postgreSQL.sql(sql))
    }
}
