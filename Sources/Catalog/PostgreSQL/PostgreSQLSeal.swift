internal import MARC
internal import Update

/// Seals on rows that no sum covers, so that an audit finds them altered: of each version its row, what its submission
/// looked like and what a rematch did; of each contributor its row.
enum PostgreSQLSeal {
    /// The rows as PostgreSQL writes them out.
    private static func query(_ sealed: SealedRows) -> String {
        switch sealed {
        case .version: "select t::text from version t where id = $1"
        case .history: "select t::text from history t where version = $1 order by section, place"
        case .rematch: "select t::text from rematch t where version = $1"
        case .contributor: "select t::text from contributor t where id = $1"
        }
    }

    /// Seals the rows as they are now.
    static func seal(_ sealed: SealedRows, _ id: Int, on connection: PostgreSQLConnection) throws(CatalogError) {
        try connection.query(
            "insert into seal values ($1, $2, $3) on conflict(table_name, id) do update set sum = $3",
            [.text(sealed.rawValue), .int(id), .bytes(sum(sealed, id, on: connection).stored)])
    }

    /// Takes the seals of a version away.
    static func forget(_ version: Int, on connection: PostgreSQLConnection) throws(CatalogError) {
        try connection.query("delete from seal where id = $1 and table_name <> 'contributor'", [.int(version)])
    }

    /// Whether the rows are as they were sealed; nil where they were not.
    static func isWhole(
        _ sealed: SealedRows, _ id: Int, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> Bool? {
        let rows = try connection.query(
            "select sum from seal where table_name = $1 and id = $2", [.text(sealed.rawValue), .int(id)])
        guard let row = rows.first else { return nil }
        return try Hash128(stored: row.bytes(0)) == sum(sealed, id, on: connection)
    }

    private static func sum(
        _ sealed: SealedRows, _ id: Int, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> Hash128 {
        var bytes: [UInt8] = []
        for row in try connection.query(query(sealed), [.int(id)]) {
            bytes += Array("\(row.bytes(0).count):".utf8)
            bytes += row.bytes(0)
        }
        return bytes.withUnsafeBytes { Hash128(of: $0) }
    }
}
