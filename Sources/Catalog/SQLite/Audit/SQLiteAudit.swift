internal import MARC
internal import Update

/// Reads every row of a client database, the whole index and all sums, and names what is not as Holdfast has left it.
///
/// What the rows of a contributor come to is held against the sums that installs keep; where they differ, each row is held
/// against what its record's content makes of it, and against what the versions say they wrote. Works in a transaction that
/// its owner rolls back.
final class SQLiteAudit {
    let connection: SQLiteConnection
    let matching: ClusterMatching
    let profiles: AuditProfiles
    let rows: SQLiteRows
    var report = AuditReport()
    /// What the rows come to that stand now, by contributor.
    var sums: [Int: TableSums] = [:]
    /// What those rows come to that a version wrote and that stand now or as images before.
    var written: [Int: TableSums] = [:]
    /// Versions and contributors of which a row was named, so that their sums need not be named as well.
    var namedVersions: Set<Int> = []
    var namedContributors: Set<Int> = []
    /// Changes whose image is not what its content says, by contributor.
    var suspectImages: [Int: [Int]] = [:]
    var namedImages: Set<Int> = []
    var symbols: [Int: String] = [:]

    init(_ connection: SQLiteConnection, _ matching: ClusterMatching, _ profiles: AuditProfiles)
        throws(CatalogError)
    {
        self.connection = connection
        self.matching = matching
        self.profiles = profiles
        rows = try SQLiteRows(connection)
    }

    /// - Parameter progress: gets the number of records that were read so far.
    func run(_ progress: (Int) -> Void) throws -> AuditReport {
        do {
            try checkFile()
            try checkSchema()
            try checkContributors()
            try collectLatestChanges()
            let suspects = try readRecords(progress)
            try checkLost()
            try checkOrphans()
            try readImages()
            try checkSums(suspects)
            try checkVersions()
            try checkSequences()
            try checkIndex()
            try checkClusters()
        } catch let error as CatalogError where error.kind == .damaged {
            report.add("file", connection.path, "\(error.cause): what follows could not be read")
        }
        return report
    }

    /// SQLite's own look at its pages and indexes.
    private func checkFile() throws {
        let check = try connection.prepare("pragma integrity_check(1000)")
        while try check.step() {
            let text = check.text(0) ?? ""
            if text != "ok" { report.add("index", Self.index(in: text), "the file's own check says: \(text)") }
        }
    }

    /// The last word of `row 3 missing from index identifier_value`.
    private static func index(in text: String) -> String { text.split(separator: " ").last.map(String.init) ?? text }

    /// Tables, indexes and triggers are those that a new file has.
    private func checkSchema() throws {
        let fresh = try SQLiteFile.create(":memory:")
        if let rules = try SQLiteClusterSchema.rules(on: connection) {
            try SQLiteClusterSchema.create(rules, on: fresh)
        }
        let (expected, found) = (try Self.schema(fresh), try Self.schema(connection))
        for (name, sql) in expected.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            report.add(
                "schema", name,
                found[name] == nil
                    ? "it is missing; expected: \(sql)" : "it is not as Holdfast makes it; expected: \(sql)")
        }
        for name in found.keys.sorted() where expected[name] == nil && name != "rematch" {
            report.add("schema", name, "Holdfast makes nothing of that name")
        }
    }

    private static func schema(_ connection: SQLiteConnection) throws -> [String: String] {
        let select = try connection.prepare("select name, sql from sqlite_master where sql is not null")
        var schema: [String: String] = [:]
        while try select.step() { schema[select.text(0) ?? ""] = select.text(1) ?? "" }
        return schema
    }

    private func checkContributors() throws {
        let select = try connection.prepare("select id, symbol from contributor order by id")
        while try select.step() {
            let (id, symbol) = (select.int(0), select.text(1) ?? "")
            symbols[id] = symbol
            report.read("contributor")
            if try SQLiteSeal.isWhole(.contributor, id, on: connection) == false {
                report.add(
                    "contributor", symbol, "its symbol or name is not the one that was sealed with its last submission")
            }
        }
    }

    /// Names a record that is not as a version wrote it.
    func add(_ table: String, _ name: String, of contributor: Int, version: Int, _ message: String) {
        report.add(table, name, message)
        namedVersions.insert(version)
        namedContributors.insert(contributor)
    }

    /// `lib1/4711`, with the kind where it is not bibliographic.
    func name(_ contributor: Int, _ controlNumber: String, _ kind: String) -> String {
        RecordName(
            RecordIdentity(
                contributor: symbols[contributor] ?? "contributor \(contributor)", controlNumber: controlNumber),
            kind: kind
        ).description
    }
}

extension SQLiteCatalog {
    public func audit(
        _ profiles: AuditProfiles, progress: (Int) -> Void = { _ in }
    ) throws -> AuditReport {
        guard let connection else { throw CatalogRefusal("\(path) is not there, so there is nothing to audit") }
        try connection.begin()
        defer { connection.rollback() }
        return try SQLiteAudit(connection, matching, profiles).run(progress)
    }
}
