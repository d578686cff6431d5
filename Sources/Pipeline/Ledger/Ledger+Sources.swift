internal import Catalog
internal import Ingest
internal import Transfer

/// What has been fetched from the sources of contributors.
extension Ledger {
    static let sourceTables = """
        create table if not exists source_file (
            client text not null, contributor text not null, address text not null, name text not null, size integer,
            modified integer, etag text, bytes integer not null, sha256 text not null, stage text not null,
            primary key (client, contributor, address)
        ) without rowid;
        create table if not exists harvest (
            client text not null, contributor text not null, list text not null, until text not null,
            primary key (client, contributor, list)
        ) without rowid;
        create table if not exists source_notice (
            client text not null, contributor text not null, sha256 text not null, number integer not null,
            code text not null, message text not null, primary key (client, contributor, sha256, number)
        ) without rowid;
        """

    func memory(client: String, contributor: String) -> LedgerMemory {
        LedgerMemory(connection: connection, client: client, contributor: contributor)
    }

    /// What happened when a contributor's files were fetched, by their SHA-256.
    func notices(client: String, contributor: String) throws -> [String: [SourceNotice]] {
        let statement = try connection.prepare(
            """
            select sha256, code, message from source_notice where client = ? and contributor = ? order by sha256, number
            """)
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        var notices: [String: [SourceNotice]] = [:]
        while try statement.step() {
            let notice = SourceNotice(code: statement.text(1) ?? "", message: statement.text(2) ?? "")
            notices[statement.text(0) ?? "", default: []].append(notice)
        }
        return notices
    }
}

/// The ledger as one contributor's collection from a source sees it.
struct LedgerMemory: SourceMemory {
    let connection: SQLiteConnection
    let client: String
    let contributor: String

    private static let columns = "address, name, size, modified, etag, bytes, sha256, stage"

    func file(at address: String) throws -> RememberedFile? { try rows(at: address).first }

    func files() throws -> [RememberedFile] { try rows(at: nil) }

    func remember(_ file: RememberedFile) throws {
        let statement = try connection.prepare(
            """
            insert or replace into source_file (client, contributor, \(Self.columns))
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (index, text) in [client, contributor, file.address, file.name].enumerated() {
            try statement.bind(index + 1, text)
        }
        try statement.bind(5, file.state.size)
        try statement.bind(6, file.state.modified)
        try statement.bind(7, file.state.etag)
        try statement.bind(8, file.size)
        try statement.bind(9, file.sha256)
        try statement.bind(10, file.stage.rawValue)
        try statement.run()
    }

    func forget(_ address: String) throws {
        let statement = try connection.prepare(
            "delete from source_file where client = ? and contributor = ? and address = ?")
        for (index, text) in [client, contributor, address].enumerated() { try statement.bind(index + 1, text) }
        try statement.run()
    }

    func harvested(_ list: String) throws -> String? {
        let statement = try connection.prepare(
            "select until from harvest where client = ? and contributor = ? and list = ?")
        for (index, text) in [client, contributor, list].enumerated() { try statement.bind(index + 1, text) }
        return try statement.step() ? statement.text(0) : nil
    }

    func remember(_ file: RememberedFile?, harvestedUntil dates: [String: String], notices: [SourceNotice]) throws {
        try connection.transaction {
            if let file {
                try remember(file)
                for (number, notice) in notices.enumerated() { try remember(notice, number, of: file) }
            }
            for (list, date) in dates {
                let statement = try connection.prepare("insert or replace into harvest values (?, ?, ?, ?)")
                for (index, text) in [client, contributor, list, date].enumerated() {
                    try statement.bind(index + 1, text)
                }
                try statement.run()
            }
        }
    }

    private func remember(_ notice: SourceNotice, _ number: Int, of file: RememberedFile) throws {
        let statement = try connection.prepare("insert or replace into source_notice values (?, ?, ?, ?, ?, ?)")
        for (index, text) in [client, contributor, file.sha256].enumerated() { try statement.bind(index + 1, text) }
        try statement.bind(4, number)
        try statement.bind(5, notice.code)
        try statement.bind(6, notice.message)
        try statement.run()
    }

    private func rows(at address: String?) throws -> [RememberedFile] {
        let statement = try connection.prepare(
            """
            select \(Self.columns) from source_file
            where client = ?1 and contributor = ?2 and (?3 is null or address = ?3) order by address
            """)
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        try statement.bind(3, address)
        var rows: [RememberedFile] = []
        while try statement.step() {
            rows.append(
                RememberedFile(
                    address: statement.text(0) ?? "", name: statement.text(1) ?? "",
                    state: RemoteFile.State(
                        size: statement.isNull(2) ? nil : statement.int(2),
                        modified: statement.isNull(3) ? nil : statement.int(3), etag: statement.text(4)),
                    size: statement.int(5), sha256: statement.text(6) ?? "",
                    stage: RememberedFile.Stage(rawValue: statement.text(7) ?? "") ?? .landed))
        }
        return rows
    }
}
