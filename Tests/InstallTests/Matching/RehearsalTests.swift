import Catalog
import CatalogTestSupport
import Testing
import Update

@testable import Install

/// An install that is only rehearsed: what it would do, and that it does nothing.
@Suite struct `Rehearsals` {
    /// lib1/a and lib2/a are two clusters, lib3/a and lib3/b one.
    private func client(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        client.rules = try MatchRuleSet(text: "limit 9\npoint 020$a isbn\npoint 245$a words")
        try client.install([Self.book("a", "Waves", "9780156949606")], of: "lib1", mode: .full)
        try client.install([Self.book("a", "Waves", "9780312983284")], of: "lib2", mode: .full)
        try client.install([SampleRecord("a", "Emma"), SampleRecord("b", "Emma")], of: "lib3", mode: .full)
        return client
    }

    private static func book(_ control: String, _ title: String, _ isbn: String) -> SampleRecord {
        SampleRecord(control, title).with { $0.isbn = isbn }
    }

    private func rehearse(_ submission: SampleClient.Submission, in client: SampleClient) throws -> [String] {
        var lines: [String] = []
        let isNew = try InstallRun.rehearse(
            records: submission.records, verdicts: submission.verdicts, store: client.store(),
            submission: submission.facts, context: submission.context
        ) { rehearsal in
            try rehearsal.forEachDifference { difference in
                let sign = difference.before == nil ? "+" : difference.after == nil ? "-" : "~"
                lines.append("\(sign) \(difference.name)")
            }
            for move in try rehearsal.clusterMoves() {
                lines.append("\(move.cluster) of \(move.joins) into \(move.splits)")
            }
        }
        return isNew ? lines : ["installed already"]
    }

    private func state(_ client: SampleClient) throws -> [String] {
        try client.content() + client.clusters() + client.doubts() + client.rows("select count(*) from version")
    }

    @Test(arguments: StoreKind.available)
    func `say which records and clusters would change, and change nothing`(_ kind: StoreKind) throws {
        let client = try client(kind)
        let before = try state(client)
        let submission = try client.submission(
            [SampleRecord("c", "Waves"), SampleRecord("b", "Emma").with { $0.title = "Orlando" }, .delete("z")],
            of: "lib3",
            period: "2026-W02")
        #expect(
            try rehearse(submission, in: client) == [
                "+ lib3/c", "~ lib3/b", #"lib1/a of ["lib1/a", "lib2/a"] into []"#,
                #"lib3/a of [] into ["lib3/a", "lib3/b"]"#,
            ])
        #expect(try state(client) == before)
        try client.install(submission)
        #expect(try rehearse(submission, in: client) == ["installed already"])
    }

    @Test(arguments: StoreKind.available)
    func `of a submission that would replace its version compare with what stands now`(_ kind: StoreKind) throws {
        let client = try client(kind)
        let first = try client.submission([SampleRecord("a", "Waves"), .delete("b")], of: "lib3", period: "2026-W02")
        try client.install(first)
        let again = try client.submission(
            [SampleRecord("a", "Waves"), SampleRecord("q", "Emma")], of: "lib3", period: "2026-W02")
        let before = try state(client)
        #expect(try rehearse(again, in: client).filter { !$0.contains(" of ") } == ["+ lib3/q", "+ lib3/b"])
        #expect(try state(client) == before)
    }

    @Test(arguments: StoreKind.available)
    func `of a client's first submission leave no file`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        let submission = try client.submission([SampleRecord("a", "Waves")], mode: .full)
        #expect(try rehearse(submission, in: client) == ["+ bva/a"])
        #expect(try client.content() == [])
    }
}
