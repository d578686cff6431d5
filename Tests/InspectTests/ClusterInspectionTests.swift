import CatalogTestSupport
import Inspect
import Install
import Testing
import Update

@testable import Catalog

/// Clusters spoilt inside the open transaction, and what inspect says of them.
@Suite struct `Inspected clusters` {
    private func client(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        client.rules = MatchRuleSet.preset("number-only")
        for contributor in ["lib1", "lib2", "lib3"] {
            try client.install(Self.samples, of: contributor, mode: .full)
        }
        return client
    }

    private static let samples = (1...12).map { number in
        SampleRecord("n\(number)", "Title number \(number)").with { $0.isbn = "9788\(100_000_000 + number)" }
    }

    /// n1 gets another title, n2 another number, n3 goes.
    private static let changes = [
        samples[0].with { $0.title = "Another title" }, samples[1].with { $0.isbn = "9788799999990" }, .delete("n3"),
    ]

    private func codes(_ client: SampleClient, spoil: String) throws -> [String: Int] {
        let submission = try client.submission(Self.changes, of: "lib2", period: "2026-W02")
        do {
            try client.install(submission) { open in
                if !spoil.isEmpty { try open.transaction.execute(spoil) }
                return try InspectRun.prove(
                    open, records: submission.records, verdicts: submission.verdicts, defects: DefectTally(),
                    context: submission.context
                ).approved()
            }
            return [:]
        } catch let failure as InspectFailure {
            return failure.report.verdict.summary.defects.byCode
        }
    }

    @Test(arguments: StoreKind.available) func `that are sound pass, with every record looked at that shares a key`(
        _ kind: StoreKind
    ) throws {
        let client = try client(kind)
        let submission = try client.submission(Self.changes, of: "lib2", period: "2026-W02")
        let outcome = try client.install(submission) { open in
            try InspectRun.prove(
                open, records: submission.records, verdicts: submission.verdicts, defects: DefectTally(),
                context: submission.context
            ).approved()
        }
        // Three of n1, n2 of lib2 alone, two that were with it, two that were with n3.
        #expect(InspectVerdict(outcome.version.verdict)?.checked["clusters-are-those-of-the-records"] == 8)
    }

    private static let record = "(select id from record where control_number = '%' and contributor = 2)"

    @Test(
        arguments: StoreKind.available,
        [
            (
                "a record is left in the cluster that it has left", "n2",
                "update cluster set master = 2 where record = #",
                "cluster-wrong"
            ),
            (
                "a record is taken out of its cluster", "n1", "update cluster set master = record where record = #",
                "cluster-wrong"
            ),
            (
                "a neighbour of a deleted record is elsewhere", "n1", "update cluster set master = # where record = 3",
                "cluster-wrong"
            ),
            ("a key is missing", "n1", "delete from match_key where record = #", "match-keys-wrong"),
            ("a level is altered", "n1", "update cluster set level = 9 where record = #", "match-keys-wrong"),
        ]) func `that are spoilt are named`(
            kind: StoreKind, spoil: (what: String, control: String, sql: String, code: String)
        ) throws
    {
        let (what, control, sql, code) = spoil
        let client = try client(kind)
        let before = try client.clusters()
        let record = Self.record.replacing("%", with: control)
        #expect(try codes(client, spoil: sql.replacing("#", with: record)).keys.contains("inspect.\(code)"), "\(what)")
        #expect(try client.clusters() == before)
    }
}
