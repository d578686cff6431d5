import Catalog
import CatalogTestSupport
import Foundation
import Install
import ServerSupport
import Testing
import Update

/// What only a server can do: not be there, refuse, break off, be held by another.
@Suite(.enabled(if: TestPostgreSQL.isInstalled, "PostgreSQL's server is not installed; make test installs it"))
struct PostgreSQLTests {
    private let records = (1...40).map { SampleRecord("n\($0)", "Title \($0)").with { $0.isbn = "97887000000\($0)" } }

    private func error(_ address: String) throws -> String {
        let store = PostgreSQLCatalog(try PostgreSQLAddress(address, schema: "coast"))
        let failure = #expect(throws: CatalogError.self) { _ = try store.reading() }
        return failure.map { "\($0)" } ?? "none"
    }

    @Test func `a server that is not there is named, with what to look at`() throws {
        let text = try error("postgres://holdfast@/union?host=/tmp/no-such-folder")
        #expect(
            text.hasPrefix(
                "cannot open postgres://holdfast@/union schema coast: connection to server on socket \"/tmp/no-such-folder"
            ))
        #expect(text.hasSuffix("; check that the server runs and that its address is right, and run again"))
    }

    @Test func `a login that is refused asks for the password, and never shows one`() throws {
        let advice = "; check the user, and give the password in PGPASSWORD or in a password file"
        let without = try error(TestPostgreSQL.address("x", user: "guarded"))
        #expect(without.hasSuffix(advice), "\(without)")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try "*:*:*:*:wrong".write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let wrong = try error(TestPostgreSQL.address("x", user: "guarded") + "&passfile=\(file)")
        #expect(
            wrong == """
                cannot open postgres://guarded@/holdfast schema x: password authentication failed for user "guarded"\(advice)
                """)
    }

    @Test func `a database that is not there is to be made`() throws {
        #expect(
            try error(TestPostgreSQL.address("x", database: "union")) == """
                cannot open postgres://holdfast@/union schema x: database "union" does not exist; make the database with \
                createdb, or mend its name
                """)
    }

    @Test func `an address holds no password and names a schema that can be`() {
        func refusal(_ address: String) -> String {
            do {
                _ = try PostgreSQLAddress(address, schema: "coast")
                return "none"
            } catch {
                return "\(error)"
            }
        }
        #expect(refusal("postgres://holdfast@db.example.org/union") == "none")
        #expect(
            refusal("postgres://holdfast:secret@db.example.org/union").hasPrefix("a password does not stand in a file"))
        #expect(refusal("postgres://db/union?password=secret").hasPrefix("a password does not stand in a file"))
        #expect(refusal("postgres://db/union?colour=red").contains("invalid URI query parameter: \"colour\""))
        #expect(
            refusal("postgres://db/union?schema=a.b")
                == "a schema has 1 to 63 letters, digits, - and _, found 'a.b'; name another with ?schema=NAME")
    }

    @Test func `a schema of another program is left alone`() throws {
        let client = try SampleClient(.postgreSQL)
        let schema = try #require(client.address).schema
        try client.execute("create schema \(schema); create table \(schema).record(id bigint)")
        let failure = #expect(throws: CatalogError.self) { try client.install(records) }
        #expect(
            failure?.description.hasSuffix(
                "the schema holds the tables of another program; name another one, with ?schema=NAME behind the address"
            )
                == true)
        #expect(try client.rows("select count(*) from record") == ["0"])
    }

    @Test func `a user that may not make the schema is told so`() throws {
        let client = try SampleClient(.postgreSQL)
        let address = try #require(client.address)
        try client.execute("drop role if exists reader_\(address.schema); create role reader_\(address.schema) login")
        defer { try? client.execute("drop role reader_\(address.schema)") }
        let store = PostgreSQLCatalog(
            try PostgreSQLAddress(
                TestPostgreSQL.address(address.schema, user: "reader_\(address.schema)"), schema: ""))
        let submission = try client.submission(records)
        let failure = #expect(throws: CatalogError.self) {
            try InstallRun.run(
                records: submission.records, verdicts: submission.verdicts, store: store, submission: submission.facts,
                context: submission.context, inspect: { _ in "" })
        }
        #expect(
            failure?.description.hasSuffix(
                "permission denied for database holdfast; let this user create the schema and write to it, or make the schema its own"
            ) == true, "\(String(describing: failure))")
    }

    @Test func `readers see the old version or the new one, and the open transaction only from inside`() throws {
        let client = try SampleClient(.postgreSQL)
        try client.install(client.submission(records, mode: .full)) { open throws in
            #expect(try open.committed.sums().isEmpty)
            #expect(try !client.exists())
            return ""
        }
        let early = try client.store().reading()
        try client.install(client.submission(Array(records.prefix(30)), period: "2", mode: .full)) { open throws in
            #expect(try open.committed.sums()[1]?.records.rows == 40)
            #expect(try open.transaction.sums()[1]?.records.rows == 30)
            #expect(try client.store().reading().search(["title"], most: 99).count == 40)
            return ""
        }
        #expect(try early.sums()[1]?.records.rows == 40)
        #expect(try early.search(["title"], most: 99).count == 40)
        #expect(try client.store().reading().search(["title"], most: 99).count == 30)
    }

    @Test func `who cannot have the lock says so after ten seconds, and the other goes on`() throws {
        let client = try SampleClient(.postgreSQL)
        try client.install(records, mode: .full)
        let second = try client.submission([records[0].with { $0.title = "x" }], of: "cvb", period: "2")
        let first = try client.submission([.delete("n1")], period: "2")
        try client.install(first) { _ throws in
            let failure = #expect(throws: CatalogError.self) { try client.install(second) }
            #expect(failure?.kind == .busy)
            #expect(
                failure?.description.hasSuffix(
                    """
                    another program has held its lock for 10 seconds; another program is writing to it, try again when that \
                    has ended
                    """) == true)
            return ""
        }
        #expect(try client.rows("select count(*) from record") == ["39"])
        try client.install(second)
        #expect(try client.rows("select count(*) from record") == ["40"])
    }

    @Test
    func `a connection that breaks off in mid-install changes nothing, frees the lock, and the next run goes through`()
        throws
    {
        let client = try SampleClient(.postgreSQL)
        try client.install(records, mode: .full)
        let before = try client.content()
        let submission = try client.submission(
            [.delete("n1"), records[1].with { $0.title = "x" }], period: "2")
        let failure = #expect(throws: CatalogError.self) {
            try client.install(submission) { _ in
                try client.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'
                        and pid in (select pid from pg_locks where locktype = 'advisory')
                        and pid in (select l.pid from pg_locks l join pg_class c on c.oid = l.relation
                            join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema)
                    """)
                return ""
            }
        }
        #expect(failure?.kind == .lost, "\(String(describing: failure))")
        #expect(
            failure?.description.hasSuffix("; nothing was changed that had not been finished, run again") == true)
        #expect(try client.content() == before)
        #expect(try client.install(submission).summary.dispositions == ["deleted": 1, "replaced": 1])
    }

    @Test func `a server that stops in mid-install and starts again has the old state, and the next run goes through`()
        throws
    {
        let server = try TestPostgreSQL.start()
        let client = try SampleClient(.postgreSQL)
        let address = try PostgreSQLAddress(TestPostgreSQL.address("coast", of: server), schema: "")
        func install(_ submission: SampleClient.Submission, _ inspect: InspectHook = { _ in "" }) throws
            -> InstallOutcome
        {
            try InstallRun.run(
                records: submission.records, verdicts: submission.verdicts, store: PostgreSQLCatalog(address),
                submission: submission.facts, context: submission.context, inspect: inspect)
        }
        func rows() throws -> [[String?]] {
            try PostgreSQLConnection(address).texts("select id, encode(hash, 'hex') from record order by id")
        }
        _ = try install(client.submission(records, mode: .full))
        let before = try rows()
        let submission = try client.submission([.delete("n1"), SampleRecord("n50", "New")], period: "2")
        let failure = #expect(throws: CatalogError.self) {
            try install(submission) { _ in
                try server.tell("stop")
                return ""
            }
        }
        #expect(failure?.kind == .lost)
        let stopped = #expect(throws: CatalogError.self) { try install(submission) }
        #expect(stopped?.kind == .unreachable)
        try server.tell("start")
        #expect(try rows() == before)
        #expect(try install(submission).summary.dispositions == ["deleted": 1, "added": 1])
    }

    @Test func `a reader keeps its clusters through a rematch, and does not hold it up`() throws {
        let client = try SampleClient(.postgreSQL)
        client.rules = MatchRuleSet.preset("number-only")
        let samples = [SampleRecord("a", "Waves").with { $0.isbn = "9780156949606" }, SampleRecord("b", "Emma")]
        for contributor in ["lib1", "lib2"] { try client.install(samples, of: contributor, mode: .full) }
        let early = try client.store().reading()
        #expect(try early.clusters()?.countClusters(of: nil) == 3)
        client.rules = try MatchRuleSet(text: "limit 9\npoint 245$a words")
        #expect(try client.store().rematch(period: "2026-11-25").clusters == 2)
        #expect(try early.clusters()?.countClusters(of: nil) == 3)
        #expect(try client.store().reading().clusters()?.countClusters(of: nil) == 2)
        client.rules = nil
        #expect(try client.store().rematch(period: "2026-11-26").clusters == 0)
        #expect(try early.clusters()?.cluster(of: 1) == [1, 3])
        #expect(try client.store().reading().clusters() == nil)
        #expect(try client.store().audit(AuditProfiles(identifiers: nil)) { _ in }.findings == [])
    }
}
