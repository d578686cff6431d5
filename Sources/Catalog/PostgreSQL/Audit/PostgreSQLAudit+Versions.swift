internal import MARC
internal import Update

/// Versions, what they changed, and the images before that make them undone.
extension PostgreSQLAudit {
    /// Reads every image before, and adds up what each version wrote that was changed since.
    func readImages() throws {
        var altered: [Int] = []
        var count = 0
        var audit = RecordAudit()
        var contributors: [Int: Int] = [:]
        for row in try connection.query("select id, contributor from version") { contributors[row.int(0)] = row.int(1) }
        try PostgreSQLImages.forEachImage(of: 0...(.max), on: connection) { image in
            count += 1
            written[image.version, default: TableSums()] += image.sums
            if !audit.isWhole(image, contributors[image.change >> 32].flatMap(map)) { altered.append(image.change) }
        }
        report.read("change", try connection.number("select count(*) from change") ?? 0)
        report.read("image", count)
        for change in altered {
            let contributor = try connection.number(
                "select v.contributor from change c join version v on v.id = c.version where c.id = $1", [.int(change)])
            suspectImages[contributor ?? 0, default: []].append(change)
        }
    }

    /// Sums before a version, less what it replaced and deleted, plus what it wrote.
    private func sumsAfter(_ version: CatalogVersion) throws -> TableSums {
        var after = version.sumsBefore
        after -= try PostgreSQLImages.sums(of: PostgreSQLReading.changes(of: version.id), on: connection)
        after += written[version.id] ?? TableSums()
        return after
    }

    /// Each version's rows are as they were sealed, and what it found and wrote makes what the next one found.
    func checkVersions() throws {
        let reading = try PostgreSQLReading(connection)
        for version in try reading.versions() {
            report.read("version")
            let name = "version \(version.id)"
            for sealed in [PostgreSQLSeal.Sealed.version, .history] {
                switch try PostgreSQLSeal.isWhole(sealed, version.id, on: connection) {
                case false: report.add(sealed.rawValue, name, "it is not as it was sealed when the version was made")
                case nil where sealed == .version: report.unsealed += 1
                default: break
                }
            }
            if version.contributor == PostgreSQLRematch.contributor {
                if try PostgreSQLSeal.isWhole(.rematch, version.id, on: connection) == false {
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
        let changes = PostgreSQLReading.changes(of: version.id)
        var found: [String: Int] = [:]
        let rows = try connection.query(
            "select action, count(*) from change where id between $1 and $2 group by 1",
            [.int(changes.lowerBound), .int(changes.upperBound)])
        for row in rows { found[row.text(0) ?? ""] = row.int(1) }
        checkCounts(version, found)
    }

    private func checkChain(_ version: CatalogVersion, _ name: String, _ reading: PostgreSQLReading) throws {
        if namedVersions.contains(version.id) { return }
        let after = try sumsAfter(version)
        let next = try connection.number(
            "select min(id) from version where contributor = $1 and id > $2",
            [.int(version.contributor), .int(version.id)])
        let found = try next.flatMap { try reading.version($0) }?.sumsBefore
        let current = [sums[version.contributor], try PostgreSQLBooks.sums(on: connection)[version.contributor]]
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
        let rows = try connection.query(
            """
            select v.contributor, c.control_number, c.kind, c.version from change c join version v on v.id = c.version
            where c.id = $1
            """, [.int(change)])
        guard let row = rows.first else { return }
        report.add(
            "change", name(row, from: 0),
            "the image that version \(row.int(3)) kept of it is not what was installed before")
    }

    /// Rows of versions that are none, and seals on rows that are gone.
    private func checkStrays() throws {
        for sealed in ["version", "contributor"] {
            let lost = try connection.query(
                "select id from seal where table_name = $1 and id not in (select id from \(sealed)) order by id",
                [.text(sealed)])
            for row in lost {
                report.add(sealed, "\(sealed) \(row.int(0))", "it was sealed, and its row is no longer there")
            }
        }
        for table in ["change", "history"] {
            let strays = try connection.query(
                """
                select version, count(*) from \(table) where version not in (select id from version)
                group by 1 order by 1
                """)
            for row in strays {
                report.add(
                    table, "version \(row.int(0))", "\(row.int(1)) rows belong to a version that there is not")
            }
        }
    }

    /// What one version wrote of a record is what the next one found.
    func checkSequences() throws {
        var last: (identity: String, hash: [UInt8]) = ("", [])
        try connection.forEachRow(
            """
            select v.contributor, c.control_number, c.kind, c.version, c.hash, c.before_hash
            from change c join version v on v.id = c.version where c.action <> 'delete-not-held' order by 1, 2, 3, c.id
            """
        ) { row in
            let identity = name(row, from: 0)
            let isSame = identity == last.identity
            let isFirstKept = !isSame && forgotten[row.int(0)] != nil
            if !isFirstKept, (isSame ? last.hash : []) != Array(row.bytes(5)) {
                report.add(
                    "change", identity,
                    "version \(row.int(3)) found another content than the version before it had written")
            }
            last = (identity, Array(row.bytes(4)))
        }
    }
}
