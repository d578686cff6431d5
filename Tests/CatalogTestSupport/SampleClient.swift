public import Catalog
import Foundation
public import Install
internal import ServerSupport
@_spi(Scrub) @_spi(Validate) public import Update

/// A client database in a temporary folder or in a schema of the tests' PostgreSQL server, and submissions to install in it.
public final class SampleClient {
    public let kind: StoreKind
    public let folder: String
    public var path: String { folder + "/client.sqlite" }
    /// Where the schema is; nil for SQLite.
    public let address: PostgreSQLAddress?
    public var threads = 2
    /// How the client's records are matched; nil for not at all.
    public var rules: MatchRuleSet?
    /// Where holdings stand, by contributor, for a database of the format before.
    public var holdings: [String: HoldingsMap] = [:]
    /// Submissions made so far; the files of each lie in a folder of that number.
    public private(set) var attempts = 0

    public init(_ kind: StoreKind = .sqlite, folder: String? = nil) throws {
        self.kind = kind
        let schema = "t\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        address = kind == .sqlite ? nil : try PostgreSQLAddress(TestPostgreSQL.address(schema), schema: "")
        self.folder = folder ?? FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        if let address { try? PostgreSQLConnection(address).execute("drop schema if exists \(address.schema) cascade") }
    }

    /// A submission as scrub and validate leave it.
    public struct Submission {
        public let records: SpoolReader
        public let verdicts: SpoolReader
        public var facts: SubmissionFacts
        public let context: StageContext
    }

    /// Writes the spools of a submission, ten records a block.
    public func submission(
        _ samples: [SampleRecord], of contributor: String = "bva", period: String = "2026-W01", mode: Mode = .changes,
        setAside: [UInt32] = []
    ) throws -> Submission {
        attempts += 1
        let attempt = "\(folder)/\(attempts)"
        try FileManager.default.createDirectory(atPath: attempt, withIntermediateDirectories: true)
        let files = FileTable([.init(name: "\(contributor).mrc", path: "\(contributor).mrc", format: .iso2709)])
        var records = try SpoolWriter(path: attempt + "/records.spool", kind: .records)
        var verdicts = try SpoolWriter(path: attempt + "/verdicts.spool", kind: .verdicts)
        for start in stride(from: 0, to: samples.count, by: 10) {
            var batch = Batch<Scrubbed>(scrubbedFrom: files)
            let block = samples[start..<min(start + 10, samples.count)]
            for (index, sample) in zip(start..., block) {
                let origin = RecordOrigin(
                    offset: index * 1000, length: 1000, ordinalInFile: index + 1, ordinal: index, file: 0)
                batch.append(
                    sample.record, origin: origin, intent: sample.intent, disposition: .passed, isRepaired: false)
            }
            try records.write(SpoolBlock(batch))
            try verdicts.write(SpoolBlock(Batch<Validated>(judging: batch, verdicts: block.map(\.verdict))))
        }
        let checksum = try records.finish(SpoolTail(files: files))
        _ = try verdicts.finish(SpoolTail(files: files, input: checksum, setAside: setAside))
        return Submission(
            records: try SpoolReader(path: attempt + "/records.spool", kind: .records),
            verdicts: try SpoolReader(path: attempt + "/verdicts.spool", kind: .verdicts),
            facts: SubmissionFacts(
                contributor: contributor, contributorName: "Library \(contributor)", period: period, mode: mode,
                checksum: "\(contributor) \(period)"),
            context: StageContext(client: "sample", contributor: contributor, folder: attempt, threads: threads))
    }

    public func store() throws -> any CatalogStore {
        let matching = ClusterMatching(rules: rules) { try MatchRuleSet(text: $0) }
        if let address { return PostgreSQLCatalog(address, matching: matching, holdings: holdings) }
        return try SQLiteCatalog(path: path, matching: matching, holdings: holdings)
    }

    /// Installs a submission into a store that is opened for it.
    @discardableResult
    public func install(_ submission: Submission, inspect: InspectHook = { _ in "" }) throws -> InstallOutcome {
        try InstallRun.run(
            records: submission.records, verdicts: submission.verdicts, store: store(), submission: submission.facts,
            context: submission.context, inspect: inspect)
    }

    /// Writes the spools of a submission and installs it.
    @discardableResult
    public func install(
        _ samples: [SampleRecord], of contributor: String = "bva", period: String = "2026-W01", mode: Mode = .changes
    ) throws -> InstallOutcome {
        try install(submission(samples, of: contributor, period: period, mode: mode))
    }

    /// Runs statements on the database behind the store's back.
    public func execute(_ sql: String) throws {
        if let address { return try PostgreSQLConnection(address).execute(sql) }
        try SQLiteConnection(path: path, access: .write).execute(sql)
    }

    /// Whether there is a file, or a schema.
    public func exists() throws -> Bool {
        guard let address else { return FileManager.default.fileExists(atPath: path) }
        let query = "select 1 from pg_namespace where nspname = '\(address.schema)'"
        return try !PostgreSQLConnection(address).texts(query).isEmpty
    }

    /// What a data team would read out of the database: every row but versions and changes, without the database's own
    /// numbers; of a file, proven to be what the search index and SQLite itself think is there.
    public func content() throws -> [String] {
        guard try exists() else { return [] }
        if address != nil { return try rows(Self.postgreSQLContentQuery) }
        let connection = try SQLiteConnection(path: path, access: .write)
        guard try connection.text("pragma integrity_check") == "ok" else { return ["the file is damaged"] }
        try connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
        return try rows(Self.contentQuery, of: connection)
    }

    private static let contentQuery = """
        select c.symbol, r.kind, r.control_number, r.form, hex(r.hash), hex(r.marc), r.title, r.author, r.subject,
            (select group_concat(type || value, '|') from identifier i where i.record = r.id),
            (select group_concat(number || ifnull(library, '-') || ifnull(location, '-') || ifnull(sublocation, '-')
                || ifnull(call_number, '-') || ifnull(copy, '-') || ifnull(barcode, '-') || ifnull(note, '-') || ifnull(url, '-')
                || ifnull(summary, '-'), '|')
                from holding h where h.record = r.id)
        from record r join contributor c on c.id = r.contributor
        union all
        select 'sum', c.symbol, table_name, rows, hex(sum), '', '', '', '', '', ''
        from checksum s join contributor c on c.id = s.contributor where rows > 0
        union all select 'orphan', record, '', '', '', '', '', '', '', '', '' from holding
            where record not in (select id from record)
        union all select 'orphan', record, '', '', '', '', '', '', '', '', '' from identifier
            where record not in (select id from record)
        order by 1, 2, 3
        """

    /// The same of a schema; a record without its words in the search index stands under `no words`.
    private static let postgreSQLContentQuery = """
        select c.symbol, r.kind, r.control_number, r.form, upper(encode(r.hash, 'hex')), upper(encode(r.marc, 'hex')),
            r.title, r.author, r.subject,
            (select string_agg(type || value, '|' order by type, value) from identifier i where i.record = r.id),
            (select string_agg(number || coalesce(library, '-') || coalesce(location, '-') || coalesce(sublocation, '-')
                || coalesce(call_number, '-') || coalesce(copy, '-') || coalesce(barcode, '-') || coalesce(note, '-')
                || coalesce(url, '-') || coalesce(summary, '-'), '|' order by number) from holding h where h.record = r.id)
        from record r join contributor c on c.id = r.contributor
        union all
        select 'sum', c.symbol, table_name, rows::text, upper(encode(sum, 'hex')), '', '', '', '', '', ''
        from checksum s join contributor c on c.id = s.contributor where rows > 0
        union all select 'orphan', record::text, '', '', '', '', '', '', '', '', '' from holding
            where record not in (select id from record)
        union all select 'orphan', record::text, '', '', '', '', '', '', '', '', '' from identifier
            where record not in (select id from record)
        union all select 'orphan', record::text, 'words', '', '', '', '', '', '', '', '' from search
            where record not in (select id from record)
        union all select 'no words', id::text, '', '', '', '', '', '', '', '', '' from record
            where id not in (select record from search)
        order by 1, 2, 3
        """

    /// The rows of a query, columns separated by tabs.
    public func rows(_ query: String) throws -> [String] {
        if let address {
            return try PostgreSQLConnection(address).texts(query).map {
                $0.map { $0 ?? "null" }.joined(separator: "\t")
            }
        }
        return try rows(query, of: SQLiteConnection(path: path, access: .read))
    }

    private func rows(_ query: String, of connection: SQLiteConnection) throws -> [String] {
        let select = try connection.prepare(query)
        var rows: [String] = []
        while try select.step() {
            rows.append((0..<select.columnCount).map { select.text($0) ?? "null" }.joined(separator: "\t"))
        }
        return rows
    }

    /// The control numbers that a contributor's records have.
    public func controlNumbers(of contributor: String = "bva") throws -> [String] {
        try rows(
            """
            select control_number from record where contributor = (select id from contributor where symbol = '\(contributor)')
            order by 1
            """)
    }
}
