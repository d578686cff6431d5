internal import MARC
internal import Update

/// Versions, what they changed, and the images before that make them undone.
extension SQLiteAudit {
    /// Reads every image before, and adds up what each version wrote that was changed since.
    func readImages() throws {
        var altered: [Int] = []
        var count = 0
        var audit = RecordAudit()
        let contributors = try contributorsOfVersions()
        try SQLiteImageSums.forEachImage(from: 0, to: .max, on: connection) { image in
            count += 1
            written[image.version, default: TableSums()] += image.sums
            if !audit.isWhole(image, contributors[image.change >> 32].flatMap(map)) { altered.append(image.change) }
        }
        report.read("change", try connection.number("select count(*) from change") ?? 0)
        report.read("image", count)
        for change in altered {
            let contributor = try connection.number(
                "select v.contributor from change c join version v on v.id = c.version where c.id = \(change)")
            suspectImages[contributor ?? 0, default: []].append(change)
        }
    }

    private func contributorsOfVersions() throws -> [Int: Int] {
        let select = try connection.prepare("select id, contributor from version")
        var contributors: [Int: Int] = [:]
        while try select.step() { contributors[select.int(0)] = select.int(1) }
        return contributors
    }

    /// Sums before a version, less what it replaced and deleted, plus what it wrote.
    private func sumsAfter(_ version: CatalogVersion) throws -> TableSums {
        var after = version.sumsBefore
        after -= try SQLiteImageSums.sums(
            from: SQLiteReading.firstChange(of: version.id), to: SQLiteReading.firstChange(of: version.id + 1) - 1,
            on: connection)
        after += written[version.id] ?? TableSums()
        return after
    }

    /// Each version's rows are as they were sealed, and what it found and wrote makes what the next one found.
    func checkVersions() throws {
        let reading = try SQLiteReading(connection)
        for version in try reading.versions() {
            report.read("version")
            let name = "version \(version.id)"
            for sealed in [SQLiteSeal.Sealed.version, .history] {
                switch try SQLiteSeal.isWhole(sealed, version.id, on: connection) {
                case false: report.add(sealed.rawValue, name, "it is not as it was sealed when the version was made")
                case nil where sealed == .version: report.unsealed += 1
                default: break
                }
            }
            if version.contributor == SQLiteRematch.contributor {
                if try SQLiteSeal.isWhole(.rematch, version.id, on: connection) == false {
                    report.add("rematch", name, "it is not as it was sealed when the version was made")
                }
                continue
            }
            if isForgotten(version.id, of: version.contributor) { continue }
            try checkCounts(of: version)
            try checkChain(version, name, reading)
        }
        try checkStrays()
    }

    /// The changes noted are as many as the version counted.
    private func checkCounts(of version: CatalogVersion) throws {
        let select = try connection.prepare("select action, count(*) from change where id between ? and ? group by 1")
        try select.bind(1, SQLiteReading.firstChange(of: version.id))
        try select.bind(2, SQLiteReading.firstChange(of: version.id + 1) - 1)
        var found: [String: Int] = [:]
        while try select.step() { found[select.text(0) ?? ""] = select.int(1) }
        checkCounts(version, found)
    }

    private func checkChain(_ version: CatalogVersion, _ name: String, _ reading: SQLiteReading) throws {
        if namedVersions.contains(version.id) { return }
        let after = try sumsAfter(version)
        let next = try connection.number(
            "select min(id) from version where contributor = \(version.contributor) and id > \(version.id)")
        let found = try next.flatMap { try reading.version($0) }?.sumsBefore
        let current = [sums[version.contributor], try SQLiteBooks.sums(on: connection)[version.contributor]]
        if found.map({ $0 == after }) ?? current.contains(where: { ($0 ?? TableSums()) == after }) { return }
        guard let images = suspectImages[version.contributor] else {
            report.add(
                "change", name,
                "what it found and what it wrote do not make what \(next.map { "version \($0) found" } ?? "stands now")"
            )
            return
        }
        for change in images where namedImages.insert(change).inserted { try nameImage(change) }
    }

    private func nameImage(_ change: Int) throws {
        let select = try connection.prepare(
            """
            select v.contributor, c.control_number, c.kind, c.version from change c join version v on v.id = c.version
            where c.id = ?
            """)
        try select.bind(1, change)
        guard try select.step() else { return }
        report.add(
            "change", name(select.int(0), select.text(1) ?? "", select.text(2) ?? ""),
            "the image that version \(select.int(3)) kept of it is not what was installed before")
    }

    /// Rows of versions that are none, and seals on rows that are gone.
    private func checkStrays() throws {
        for sealed in ["version", "contributor"] {
            let select = try connection.prepare(
                "select id from seal where table_name = '\(sealed)' and id not in (select id from \(sealed)) order by id"
            )
            while try select.step() {
                report.add(sealed, "\(sealed) \(select.int(0))", "it was sealed, and its row is no longer there")
            }
        }
        for (table, column) in [("change", "version"), ("history", "version")] {
            let select = try connection.prepare(
                "select \(column), count(*) from \(table) where \(column) not in (select id from version) group by 1")
            while try select.step() {
                report.add(
                    table, "version \(select.int(0))", "\(select.int(1)) rows belong to a version that there is not")
            }
        }
    }

    /// What one version wrote of a record is what the next one found.
    func checkSequences() throws {
        let select = try connection.prepare(
            """
            select v.contributor, c.control_number, c.kind, c.version, c.action, c.hash, c.before_hash
            from change c join version v on v.id = c.version where c.action <> 'delete-not-held' order by 1, 2, 3, c.id
            """)
        var last: (identity: String, hash: [UInt8]) = ("", [])
        while try select.step() {
            let identity = name(select.int(0), select.text(1) ?? "", select.text(2) ?? "")
            let isSame = identity == last.identity
            let before = Array(select.blob(6))
            let isFirstKept = !isSame && forgotten[select.int(0)] != nil
            if !isFirstKept, (isSame ? last.hash : []) != before {
                report.add(
                    "change", identity,
                    "version \(select.int(3)) found another content than the version before it had written")
            }
            last = (identity, Array(select.blob(5)))
        }
    }
}
