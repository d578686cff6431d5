internal import MARC
internal import Update

/// Reads every row of a client database, the whole index and all sums, and names what is not as Holdfast has left it.
/// Works in a transaction that its owner rolls back.
final class SQLiteAudit: StoreAudit, StoreReader {
    let connection: SQLiteConnection
    let rows: SQLiteRows
    let reading: any CatalogReading

    init(_ connection: SQLiteConnection, _ matching: ClusterMatching, _ profiles: AuditProfiles)
        throws(CatalogError)
    {
        self.connection = connection
        let reading = try SQLiteReading(connection)
        rows = reading.rows
        self.reading = reading
        super.init(matching, profiles)
    }

    /// - Parameter progress: gets the number of records that were read so far.
    func run(_ progress: (Int) -> Void) throws -> AuditReport {
        do {
            try readAll(progress)
        } catch let error as CatalogError where error.kind == .damaged {
            report.add("file", connection.path, "\(error.cause): what follows could not be read")
        }
        return report
    }

    func checkStructure() throws {
        try checkFile()
        try checkSchema()
    }

    func forEachImage(_ body: (StoredImage) -> Void) throws {
        try SQLiteImageSums.forEachImage(from: 0, to: .max, on: connection, body)
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
        while try select.step() {
            // Where a column was added later, lines are broken elsewhere.
            let words = (select.text(1) ?? "").split(whereSeparator: \.isWhitespace)
            schema[select.text(0) ?? ""] = words.joined(separator: " ")
        }
        return schema
    }
}

extension SQLiteCatalog {
    public func audit(
        _ profiles: AuditProfiles, progress: (Int) -> Void = { _ in }
    ) throws -> AuditReport {
        guard let connection else { throw CatalogRefusal("\(path) is not there, so there is nothing to audit") }
        try connection.begin()
        defer { connection.rollback() }
        // A file of the format before is judged by what it becomes.
        try SQLiteMigration.migrate(connection, holdings)
        return try SQLiteAudit(connection, matching, profiles).run(progress)
    }
}
