import Catalog
import CatalogTestSupport
import Foundation
import Install
import MARC
import Testing
import Update

@Suite struct InstallRunTests {
    private let jeppe = SampleRecord("1", "Jeppe paa bierget").with {
        $0.isbn = "9788700000001"
        $0.holdings = [("BVA", "Main", "839.81 Hol", "3001"), ("BVA", "Annex", "839.81 Hol", "3002")]
    }
    private let erasmus = SampleRecord("2", "Erasmus Montanus").with {
        $0.holdings = [("BVA", "Main", "839.81", "3003")]
    }
    private let niels = SampleRecord("3", "Niels Klim")

    @Test(arguments: StoreKind.available) func `adds records to a new database, with words, identifiers and holdings`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let outcome = try client.install([jeppe, erasmus], mode: .full)
        #expect(outcome.isNew)
        #expect(outcome.summary.dispositions == ["added": 2])
        #expect(try client.rows("select record, type, value from identifier") == ["1\tisbn\t9788700000001"])
        #expect(
            try client.rows(
                "select record, number, library, location, call_number, copy, barcode from holding order by 1, 2") == [
                    "1\t1\tBVA\tMain\t839.81 Hol\tnull\t3001", "1\t2\tBVA\tAnnex\t839.81 Hol\tnull\t3002",
                    "2\t1\tBVA\tMain\t839.81\tnull\t3003",
                ])
        #expect(
            try client.rows("select title, author, subject from record where id = 1") == [
                "Jeppe paa bierget /\tHolberg, Ludvig, 1684-1754\tComedies ; Danish drama"
            ])
        let reading = try client.store().reading()
        #expect(try reading.search(["holberg", "montanus"], most: 9) == [2])
        #expect(try reading.search(["Bierget"], most: 9) == [1])
        #expect(try reading.finds("Erasmus Montanus", in: .title, record: 2))
        #expect(try !reading.finds("Montanus Erasmus", in: .title, record: 2))
        #expect(try !reading.finds("Montanus", in: .author, record: 2))
        if kind == .sqlite { #expect(try client.rows("pragma journal_mode") == ["wal"]) }
        #expect(try !client.content().isEmpty)
    }

    @Test(arguments: StoreKind.available) func `adds, replaces, leaves, deletes and says what it did not hold`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe, erasmus, niels], mode: .full)
        let changed = niels.with { $0.title = "Niels Klims underjordiske rejse" }
        let outcome = try client.install(
            [jeppe, changed, .delete("2"), .delete("9"), SampleRecord("4", "Den stundesløse")], period: "2026-W02")
        #expect(
            outcome.summary.dispositions == [
                "unchanged": 1, "replaced": 1, "deleted": 1, "delete-not-held": 1, "added": 1,
            ])
        #expect(outcome.version.counts.rowsBefore == 3 && outcome.version.counts.rowsAfter == 3)
        #expect(try client.controlNumbers() == ["1", "3", "4"])
        #expect(
            try client.rows("select title from record where control_number = '3'") == [
                "Niels Klims underjordiske rejse /"
            ])
        #expect(try client.store().reading().search(["montanus"], most: 9) == [])
        #expect(try client.store().reading().search(["underjordiske"], most: 9).count == 1)
        #expect(
            try client.rows("select action, ordinal, control_number from change where version = 2 order by id") == [
                "replaced\t1\t3", "deleted\t2\t2", "delete-not-held\t3\t9", "added\t4\t4",
            ])
        _ = try client.content()
        let file = try String(contentsOfFile: outcome.folder(in: client) + "/defects.jsonl", encoding: .utf8)
        #expect(
            file == """
                {"code":"install.delete-not-held","severity":"info","action":"noted","stage":"install","client":"sample",\
                "contributor":"bva","file":"bva.mrc","offset":3000,"record":4,"control":"9","message":"the bibliographic \
                record 9 is to be deleted and is not held; nothing was deleted, check the control number"}

                """)
    }

    @Test(arguments: StoreKind.available) func `a full load deletes what it does not have, of the kinds that it has`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let holdings = SampleRecord("h1", "").with { $0.kind = .holdings }
        try client.install([jeppe, erasmus, niels, holdings], mode: .full)
        try client.install([SampleRecord("1", "Other library")], of: "cvb", mode: .full)
        let outcome = try client.install([jeppe], period: "2026-02", mode: .full)
        #expect(outcome.summary.dispositions == ["unchanged": 1])
        #expect(outcome.summary.counts == ["rows-before": 4, "rows-after": 2, "absent": 2])
        #expect(try client.controlNumbers() == ["1", "h1"])
        #expect(try client.controlNumbers(of: "cvb") == ["1"])
        #expect(try client.rows("select count(*) from change where version = 3 and action = 'absent'") == ["2"])
        _ = try client.content()
    }

    @Test(arguments: StoreKind.available) func `rejected is never absent, out of scope is`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe, erasmus, niels], mode: .full)
        let outcome = try client.install(
            [
                jeppe,
                erasmus.with {
                    $0.disposition = .rejected
                    $0.title = ""
                },
                niels.with { $0.disposition = .outOfScope },
            ], period: "2026-02", mode: .full)
        #expect(outcome.summary.dispositions == ["unchanged": 1, "rejected": 1, "out-of-scope": 1])
        #expect(outcome.version.counts.absent == 1)
        #expect(try client.controlNumbers() == ["1", "2"])
        #expect(try client.rows("select title from record where control_number = '2'") == ["Erasmus Montanus /"])
    }

    @Test(arguments: StoreKind.available)
    func `a full load with records that cannot be identified deletes nothing until a person releases it`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe, erasmus, niels], mode: .full)
        let unknown = SampleRecord("", "Who am I?").with { $0.disposition = .rejected }
        var submission = try client.submission([jeppe, unknown], period: "2026-02", mode: .full)
        submission.facts.unreadablePieces = 1
        let held = try client.install(submission)
        #expect(held.version.counts.absent == 0)
        #expect(held.summary.counts["unidentifiable"] == 2)
        #expect(held.summary.defects.byCode == ["install.absence-withheld": 1])
        #expect(try client.controlNumbers() == ["1", "2", "3"])
        submission.facts.releasesAbsence = true
        submission.facts.period = "2026-03"
        #expect(try client.install(submission).version.counts.absent == 2)
        #expect(try client.controlNumbers() == ["1"])
    }

    @Test(arguments: StoreKind.available) func `duplicates are counted and the record set aside is not installed`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let submission = try client.submission(
            [niels, jeppe, niels.with { $0.title = "Niels Klim, anden udgave" }], mode: .full, setAside: [0])
        let outcome = try client.install(submission)
        #expect(outcome.summary.dispositions == ["added": 2, "duplicate": 1])
        #expect(
            try client.rows("select title from record where control_number = '3'") == ["Niels Klim, anden udgave /"])
    }

    @Test(arguments: StoreKind.available) func `the same submission twice changes nothing and says so`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe, erasmus], mode: .full)
        let submission = try client.submission([erasmus.with { $0.note = "New" }, .delete("7")], period: "2026-W02")
        let first = try client.install(submission)
        let before = try client.content() + client.rows("select * from version")
        // A crash between commit and folder: what the stage had written is lost.
        let defects = submission.context.folder + "/defects.jsonl"
        let written = try Data(contentsOf: URL(fileURLWithPath: defects))
        try FileManager.default.removeItem(atPath: defects)
        let second = try client.install(submission) { _ in
            Issue.record("nothing is to be inspected, for nothing is changed")
            return ""
        }
        #expect(first.isNew && !second.isNew)
        #expect(second.summary == first.summary && second.version == first.version)
        #expect(try client.content() + client.rows("select * from version") == before)
        #expect(try Data(contentsOf: URL(fileURLWithPath: defects)) == written)
    }

    @Test(arguments: StoreKind.available) func `a rerun replaces the version in one transaction`(_ kind: StoreKind)
        throws
    {
        let client = try SampleClient(kind)
        try client.install([jeppe, erasmus], mode: .full)
        try client.install([SampleRecord("1", "Other library")], of: "cvb", mode: .full)
        try client.install([niels, jeppe.with { $0.title = "Jeppe, wrong" }, .delete("2")], period: "2026-W02")
        let rerun = try client.install([niels, jeppe.with { $0.title = "Jeppe, right" }], period: "2026-W02")
        #expect(rerun.isNew)
        #expect(rerun.summary.dispositions == ["added": 1, "replaced": 1])
        #expect(
            try client.rows("select control_number, title from record where contributor = 1 order by 1") == [
                "1\tJeppe, right /", "2\tErasmus Montanus /", "3\tNiels Klim /",
            ])
        #expect(try client.rows("select period from version where contributor = 1") == ["2026-W01", "2026-W02"])
        let afresh = try SampleClient(kind)
        try afresh.install([jeppe, erasmus], mode: .full)
        try afresh.install([SampleRecord("1", "Other library")], of: "cvb", mode: .full)
        try afresh.install([niels, jeppe.with { $0.title = "Jeppe, right" }], period: "2026-W02")
        #expect(try client.content() == afresh.content())
    }

    @Test(arguments: StoreKind.available) func `a rerun is refused while a later version stands on it`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe], period: "2026-W01")
        try client.install([erasmus], period: "2026-W02")
        let before = try client.content()
        let refusal = #expect(throws: CatalogRefusal.self) { try client.install([niels], period: "2026-W01") }
        #expect(
            refusal?.description == """
                version 1 (2026-W01) cannot be undone while version 2 (2026-W02) of the same contributor stands on it; undo \
                that first
                """)
        #expect(try client.content() == before)
    }

    @Test(arguments: StoreKind.available) func `a hook that throws leaves the database as it was`(_ kind: StoreKind)
        throws
    {
        struct Refused: Error {}
        let client = try SampleClient(kind)
        let first = try client.submission([jeppe], mode: .full)
        #expect(throws: Refused.self) { try client.install(first) { _ in throw Refused() } }
        #expect(try !client.exists())
        #expect(!FileManager.default.fileExists(atPath: client.path + ".new"))
        try client.install(first)
        let before = try client.content()
        let second = try client.submission([erasmus, .delete("1")], period: "2026-W02")
        #expect(throws: Refused.self) { try client.install(second) { _ in throw Refused() } }
        #expect(try client.content() == before)
        #expect(try client.rows("select count(*) from version") == ["1"])
    }

    @Test(arguments: StoreKind.available) func `what was measured is what is done`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        let steps: [([SampleRecord], String, Mode)] = [
            ([jeppe, erasmus, niels], "1", .full),
            ([jeppe.with { $0.note = "x" }, .delete("2"), .delete("8"), SampleRecord("5", "Five")], "2", .changes),
            (
                [
                    jeppe, niels.with { $0.disposition = .rejected },
                    SampleRecord("", "?").with { $0.disposition = .rejected },
                ], "3", .full
            ),
            ([jeppe, niels.with { $0.disposition = .outOfScope }], "4", .full),
            ([jeppe, erasmus], "4", .full),
        ]
        for (samples, period, mode) in steps {
            let submission = try client.submission(samples, period: period, mode: mode)
            let plan = try InstallPlan.measure(
                records: submission.records, verdicts: submission.verdicts, store: client.store(),
                submission: submission.facts)
            let outcome = try client.install(submission)
            #expect(plan.counts == outcome.version.counts, "period \(period)")
            #expect(plan.withholdsAbsence == (period == "3"))
            if period == "3" { #expect(plan.absent == 1 && plan.unidentifiable == 1) }
        }
    }

    @Test(arguments: StoreKind.available) func `the number of threads changes nothing in the database`(
        _ kind: StoreKind
    ) throws {
        let samples = (1...300).map { number in
            SampleRecord("n\(number)", "Title number \(number)").with {
                $0.isbn = "97887\(100_000_000 + number)"
                $0.holdings = number % 3 == 0 ? [] : [("BVA", "Main", "\(number)", "b\(number)")]
            }
        }
        let files = try [1, 2, 5].map { threads in
            let client = try SampleClient(kind)
            client.threads = threads
            try client.install(samples, mode: .full)
            try client.install(samples.reversed().map { sample in sample.with { $0.note = "changed" } }, period: "2")
            if kind == .sqlite {
                return try [Data(contentsOf: URL(fileURLWithPath: client.path)).base64EncodedString()]
            }
            return try client.content() + client.rows("select * from change order by id")
        }
        #expect(files[0] == files[1] && files[0] == files[2])
    }

    @Test(arguments: StoreKind.available) func `a record above the limits of ISO 2709 is kept as MARCXML`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        let long = jeppe.with { $0.note = String(repeating: "Very long & <wide> note. ", count: 600) }
        try client.install([long, erasmus], mode: .full)
        #expect(try client.rows("select form from record order by id") == ["marcxml", "iso2709"])
        let marc = kind == .sqlite ? "marc" : "convert_from(marc, 'UTF8')"
        #expect(
            try client.rows("select \(marc) from record where form = 'marcxml'")[0].hasPrefix("<?xml version=\"1.0\""))
        #expect(try client.rows("select count(*) from holding where record = 1") == ["2"])
    }

    @Test(arguments: StoreKind.available) func `a database of another format is refused`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        try client.install([jeppe])
        try client.execute("update meta set value = '99' where key = 'format'")
        let failure = #expect(throws: CatalogError.self) { _ = try client.store().reading() }
        #expect(failure?.kind == .format)
    }
}

extension InstallOutcome {
    /// The folder of the attempt that was made last.
    func folder(in client: SampleClient) -> String { "\(client.folder)/\(client.attempts)" }
}
