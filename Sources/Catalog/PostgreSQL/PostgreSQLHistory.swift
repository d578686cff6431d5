internal import Update

/// The rows of `history`: what the submission of each version looked like as a whole.
enum PostgreSQLHistory {
    static func write(
        _ profile: FieldProfile, of version: Int, to connection: PostgreSQLConnection
    ) throws(CatalogError) {
        if profile.isEmpty { return }
        let rows = profile.rows
        try connection.query(
            """
            insert into history select $1, * from unnest($2::text[], $3::text[], $4::bigint[])
            """,
            [
                .int(version), .texts(rows.map(\.place.section.rawValue)), .texts(rows.map(\.place.name)),
                .ints(rows.map(\.count)),
            ])
    }

    static func profile(of version: Int, on connection: PostgreSQLConnection) throws(CatalogError) -> FieldProfile {
        var profile = FieldProfile()
        let select = "select section, place, records from history where version = $1"
        for row in try connection.query(select, [.int(version)]) {
            // A section that a later program has added.
            guard let section = FieldProfile.Section(rawValue: row.text(0) ?? "") else { continue }
            profile.add(row.int(2), at: section, row.text(1) ?? "")
        }
        return profile
    }

    /// The contributor's versions that have a profile, the newest first.
    static func versions(
        of contributor: Int, _ mode: Mode?, except own: Int?, _ limit: Int, on connection: PostgreSQLConnection
    ) throws(CatalogError) -> [Int] {
        try connection.query(
            """
            select id from version v where contributor = $1 and id <> $2 and ($3 = '' or mode = $3)
                and exists (select 1 from history h where h.version = v.id) order by id desc limit $4
            """, [.int(contributor), .int(own ?? 0), .text(mode?.rawValue ?? ""), .int(limit)]
        ).map { $0.int(0) }
    }

    static func forget(_ version: Int, on connection: PostgreSQLConnection) throws(CatalogError) {
        try connection.query("delete from history where version = $1", [.int(version)])
    }
}
