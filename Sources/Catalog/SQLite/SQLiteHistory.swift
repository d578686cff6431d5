internal import Update

/// The rows of `history`: what the submission of each version looked like as a whole.
enum SQLiteHistory {
    static func write(
        _ profile: FieldProfile, of version: Int, to connection: SQLiteConnection
    ) throws(CatalogError) {
        if profile.isEmpty { return }
        let insert = try connection.prepare("insert into history values (?, ?, ?, ?)")
        for (place, count) in profile.rows {
            try insert.bind(1, version)
            try insert.bind(2, place.section.rawValue)
            try insert.bind(3, place.name)
            try insert.bind(4, count)
            try insert.run()
        }
    }

    static func profile(of version: Int, on connection: SQLiteConnection) throws(CatalogError) -> FieldProfile {
        let select = try connection.prepare("select section, place, records from history where version = ?")
        try select.bind(1, version)
        var profile = FieldProfile()
        while try select.step() {
            // A section that a later program has added.
            guard let section = FieldProfile.Section(rawValue: select.text(0) ?? "") else { continue }
            profile.add(select.int(2), at: section, select.text(1) ?? "")
        }
        return profile
    }

    /// The contributor's versions that have a profile, the newest first.
    static func versions(
        of contributor: Int, _ mode: Mode?, except own: Int?, _ limit: Int, on connection: SQLiteConnection
    ) throws(CatalogError) -> [Int] {
        let select = try connection.prepare(
            """
            select id from version v where contributor = ?1 and id <> ?2 and (?3 = '' or mode = ?3)
                and exists (select 1 from history h where h.version = v.id) order by id desc limit ?4
            """)
        try select.bind(1, contributor)
        try select.bind(2, own ?? 0)
        try select.bind(3, mode?.rawValue ?? "")
        try select.bind(4, limit)
        var versions: [Int] = []
        while try select.step() { versions.append(select.int(0)) }
        return versions
    }

    static func forget(_ version: Int, on connection: SQLiteConnection) throws(CatalogError) {
        let delete = try connection.prepare("delete from history where version = ?")
        try delete.bind(1, version)
        try delete.run()
    }
}
