import Foundation
import ServerSupport
import Testing

/// A workspace of the ten libraries whose gates let everything through, its database in a file or in a PostgreSQL schema.
final class UnionWorkspace {
    let folder: TemporaryFolder
    let isServer: Bool
    private let schema = "union\(UUID().uuidString.prefix(8).lowercased())"
    var path: String { folder.path }

    init(_ libraries: [String] = TenLibraries.symbols, isServer: Bool) throws {
        folder = try TemporaryFolder()
        self.isServer = isServer
        for name in ["pipelines", "clients", "profiles", "databases"]
            + libraries.map({ "inbox/coast/\($0)" })
        {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
        for (name, mode, slot) in [("weekly", "changes", "day: sunday"), ("monthly", "full", "day: 1")] {
            try write(
                """
                description: Everything that came.
                mode: \(mode)
                schedule:
                  cadence: \(name)
                  \(slot)
                  time: "02:30"
                  time-zone: America/Vancouver
                  deadline-hours: 30
                  missed: latest
                gates:
                  rejects: off
                  deletes: off
                  delete-share: off
                  absent: off
                  one-code: off
                  encoding: off
                  numbers: off
                  volume: off
                  drift: off
                audit: false

                """, to: "pipelines/\(name).yaml")
        }
        let database = isServer ? try TestPostgreSQL.address(schema) : "databases/coast.sqlite"
        let contributors = libraries.map { "  \($0): { profile: any }\n" }.joined()
        try write(
            "database: \(database)\nmatch: bc-union\ncontributors:\n\(contributors)",
            to: "clients/coast.yaml")
        try write("encoding: auto\nholdings:\n  required: false\n", to: "profiles/any.yaml")
        try write("settle-seconds: 0\n", to: "holdfast.yaml")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.url(name))
    }

    func deliver(_ records: [RawRecord], of library: String, _ period: String) throws {
        let bytes = records.flatMap { $0.bytes ?? [] }
        try Data(bytes).write(to: folder.url("inbox/coast/\(library)/\(period).mrc"))
    }

    /// Starts the program on the workspace.
    func start(_ arguments: String...) throws -> Process {
        try Program.start(
            arguments + ["--workspace", path, "--quiet"], output: folder.url(".out"),
            messages: folder.url(".err"))
    }

    /// Waits for the program to end well.
    func finish(_ process: Process, _ what: String) throws {
        process.waitUntilExit()
        let messages = try String(contentsOf: folder.url(".err"), encoding: .utf8)
        let output = try String(contentsOf: folder.url(".out"), encoding: .utf8)
        try #require(
            process.terminationStatus == 0, "\(what): \(output.suffix(2000))\(messages.suffix(2000))")
    }

    // MARK: What stands in the database

    /// Every row that says something of the records, under their libraries and control numbers: records, holdings,
    /// identifiers, keys, clusters, doubts, sums and the words of the index, as an independent program finds them.
    func state() throws -> [String] {
        let queries = try tables().map { table, columns in
            let record = table == "record" ? "t.id" : "t.record"
            return
                "select '\(table)', c.symbol, r.kind, r.control_number\(columns.map { ", " + value($0) }.joined()) "
                + "from \(table) t join record r on r.id = \(record) join contributor c on c.id = r.contributor"
        }
        let text = try query(
            queries + [
                """
                select 'cluster', c.symbol, r.kind, r.control_number, mc.symbol, m.control_number from cluster k
                join record r on r.id = k.record join contributor c on c.id = r.contributor
                join record m on m.id = k.master join contributor mc on mc.id = m.contributor
                """,
                """
                select 'checksum', c.symbol, s.table_name, s.rows, \(isServer ? "encode(s.sum, 'hex')" : "lower(hex(s.sum))")
                from checksum s join contributor c on c.id = s.contributor
                """, words,
            ])
        return text.split(separator: "\n").map(String.init).sorted()
    }

    private var words: String {
        if isServer {
            return """
                select 'words', c.symbol, r.kind, r.control_number, t.title, t.author, t.subject from search t
                join record r on r.id = t.record join contributor c on c.id = r.contributor
                """
        }
        return """
            select 'words', c.symbol, r.kind, r.control_number, v.col, v.offset, v.term from temp.words v
            join record r on r.id = v.doc join contributor c on c.id = r.contributor
            """
    }

    /// The tables whose rows belong to records, each with its columns but those that hold the database's own numbers.
    private func tables() throws -> [(String, [(name: String, isBytes: Bool)])] {
        try ["record", "holding", "identifier", "match_key", "review"].map { table in
            let text = try query([
                isServer
                    ? """
                    select column_name, data_type from information_schema.columns
                    where table_schema = '\(schema)' and table_name = '\(table)'
                    """ : "select name, type from pragma_table_info('\(table)')"
            ])
            let columns = text.split(separator: "\n").map {
                $0.split(separator: "|", omittingEmptySubsequences: false)
            }
            let own: Set<Substring> = [
                "id", "record", "contributor", "version", "kind", "control_number",
            ]
            return (
                table,
                columns.filter { table == "review" && $0[0] == "kind" || !own.contains($0[0]) }.map {
                    (
                        String($0[0]),
                        ["bytea", "BLOB"].contains(String($0[1]).uppercased()) || $0[1] == "bytea"
                    )
                }.sorted { $0.0 < $1.0 }
            )
        }
    }

    private func value(_ column: (name: String, isBytes: Bool)) -> String {
        if isServer {
            return column.isBytes
                ? "encode(t.\(column.name), 'hex')"
                : "replace(coalesce(t.\(column.name)::text, '-'), e'\\n', ' ')"
        }
        return column.isBytes
            ? "lower(hex(t.\(column.name)))" : "replace(ifnull(t.\(column.name), '-'), char(10), ' ')"
    }

    private func query(_ queries: [String]) throws -> String {
        if isServer {
            let address = try TestPostgreSQL.address(schema)
            let folder = address.split(separator: "host=").last?.split(separator: "&").first ?? ""
            return try PostgreSQLShell.run(
                String(folder), "holdfast", ["set search_path = '\(schema)'"] + queries)
        }
        let index = "create virtual table temp.words using fts5vocab(main, search, instance);"
        return try SQLiteShell.run(
            "\(path)/databases/coast.sqlite", index + queries.map { $0 + ";" }.joined(separator: "\n"))
    }
}
