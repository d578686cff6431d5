internal import MARC
internal import Update

/// Seals on rows that no sum covers, so that an audit finds them altered: of each version its row, what its submission
/// looked like and what a rematch did; of each contributor its row.
enum SQLiteSeal {
    /// Made where it is absent: of the files of the format before, some have none.
    static let table = """
        create table if not exists seal(
            table_name text not null, id integer not null, sum blob not null, primary key(table_name, id)) without rowid;
        """

    private static func query(_ sealed: SealedRows) -> String {
        switch sealed {
        case .version: "select * from version where id = ?1"
        case .history: "select * from history where version = ?1 order by section, place"
        case .rematch: "select * from rematch where version = ?1"
        case .contributor: "select * from contributor where id = ?1"
        }
    }

    /// Seals the rows as they are now.
    static func seal(_ sealed: SealedRows, _ id: Int, on connection: SQLiteConnection) throws(CatalogError) {
        let insert = try connection.prepare("insert or replace into seal values (?, ?, ?)")
        try insert.bind(1, sealed.rawValue)
        try insert.bind(2, id)
        try insert.bind(3, blob: sum(sealed, id, on: connection).stored)
        try insert.run()
    }

    /// Takes the seals of a version away.
    static func forget(_ version: Int, on connection: SQLiteConnection) throws(CatalogError) {
        let delete = try connection.prepare("delete from seal where id = ? and table_name <> 'contributor'")
        try delete.bind(1, version)
        try delete.run()
    }

    /// Whether the rows are as they were sealed; nil where they were not.
    static func isWhole(_ sealed: SealedRows, _ id: Int, on connection: SQLiteConnection) throws(CatalogError) -> Bool?
    {
        let select = try connection.prepare("select sum from seal where table_name = ? and id = ?")
        try select.bind(1, sealed.rawValue)
        try select.bind(2, id)
        guard try select.step() else { return nil }
        return try Hash128(stored: select.blob(0)) == sum(sealed, id, on: connection)
    }

    /// The hash of all columns of the rows, each with its length before it.
    private static func sum(
        _ sealed: SealedRows, _ id: Int, on connection: SQLiteConnection
    ) throws(CatalogError) -> Hash128 {
        let select = try connection.prepare(query(sealed))
        try select.bind(1, id)
        var bytes: [UInt8] = []
        while try select.step() {
            for column in 0..<select.columnCount {
                let value = select.textBytes(column)
                bytes += Array("\(select.isNull(column) ? -1 : value.count):".utf8)
                bytes += value
            }
        }
        return bytes.withUnsafeBytes { Hash128(of: $0) }
    }
}
