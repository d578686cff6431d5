internal import Update

/// Images that are no longer kept.
///
/// Up to which version they are gone stands in `meta`, by contributor; the versions themselves stay, with their counts.
extension SQLiteReading {
    private static let prefix = "forgotten "

    func forgotten() throws -> [Int: Int] {
        let select = try connection.prepare("select substr(key, ?), value from meta where key glob ?")
        try select.bind(1, Self.prefix.utf8.count + 1)
        try select.bind(2, Self.prefix + "*")
        var found: [Int: Int] = [:]
        while try select.step() { found[select.int(0)] = select.int(1) }
        return found
    }

    func countChanges(of contributor: Int, upTo version: Int) throws -> Int {
        let select = try connection.prepare(
            """
            select count(*) from version v cross join change c on c.id between (v.id << 32) and ((v.id + 1) << 32) - 1
            where v.contributor = ?1 and v.id <= ?2
            """)
        try select.bind(1, contributor)
        try select.bind(2, version)
        return try select.step() ? select.int(0) : 0
    }

    /// - Throws: `CatalogRefusal` where the images of the version are gone.
    func requireImages(of version: CatalogVersion) throws {
        guard try version.id <= forgotten()[version.contributor] ?? 0 else { return }
        throw CatalogRefusal(forgotten: version)
    }

    fileprivate func forget(_ contributor: Int, upTo version: Int) throws -> Int {
        let versions = try connection.prepare("select id from version where contributor = ?1 and id <= ?2")
        try versions.bind(1, contributor)
        try versions.bind(2, version)
        let delete = try connection.prepare("delete from change where id between ?1 and ?2")
        var count = 0
        while try versions.step() {
            try delete.bind(1, Self.firstChange(of: versions.int(0)))
            try delete.bind(2, Self.firstChange(of: versions.int(0) + 1) - 1)
            try delete.run()
            count += connection.changes
        }
        let note = try connection.prepare("insert or replace into meta values (?1, ?2)")
        try note.bind(1, "\(Self.prefix)\(contributor)")
        try note.bind(2, version)
        try note.run()
        return count
    }
}

extension SQLiteCatalog {
    public func forgetImages(of contributor: Int, upTo version: Int) throws -> Int {
        guard let connection = try writer() else { return 0 }
        let count = try connection.transaction {
            try SQLiteReading(connection).forget(contributor, upTo: version)
        }
        connection.emptyLog()
        return count
    }
}
