internal import Update

/// Images that are no longer kept.
///
/// Up to which version they are gone stands in `meta`, by contributor; the versions themselves stay, with their counts.
extension PostgreSQLReading {
    private static let prefix = "forgotten "

    func forgotten() throws -> [Int: Int] {
        var found: [Int: Int] = [:]
        for row in try connection.query(
            "select substr(key, $1::bigint::integer)::bigint, value::bigint from meta where starts_with(key, $2)",
            [.int(Self.prefix.utf8.count + 1), .text(Self.prefix)])
        {
            found[row.int(0)] = row.int(1)
        }
        return found
    }

    func countChanges(of contributor: Int, upTo version: Int) throws -> Int {
        try connection.number(
            """
            select count(*) from version v join change c on c.id between (v.id << 32) and ((v.id + 1) << 32) - 1
            where v.contributor = $1 and v.id <= $2
            """, [.int(contributor), .int(version)]) ?? 0
    }

    /// - Throws: `CatalogRefusal` where the images of the version are gone.
    func requireImages(of version: CatalogVersion) throws {
        guard try version.id <= forgotten()[version.contributor] ?? 0 else { return }
        throw CatalogRefusal(forgotten: version)
    }

    /// - Returns: how many changes are gone.
    static func forget(
        _ contributor: Int, upTo version: Int, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> Int {
        let count = try connection.number(
            """
            with gone as (delete from change c using version v
                where c.id between (v.id << 32) and ((v.id + 1) << 32) - 1 and v.contributor = $1 and v.id <= $2
                returning 1)
            select count(*) from gone
            """, [.int(contributor), .int(version)])
        try connection.query(
            "insert into meta values ($1, $2) on conflict(key) do update set value = $2",
            [.text("\(prefix)\(contributor)"), .text("\(version)")])
        return count ?? 0
    }
}
