internal import MARC
internal import Update

/// Versions, what they changed, and the images before that make them undone.
extension StoreReader {
    /// Reads every image before, and adds up what each version wrote that was changed since.
    func readImages() throws {
        var count = 0
        var audit = RecordAudit()
        var contributors: [Int: Int] = [:]
        for version in try reading.versions() { contributors[version.id] = version.contributor }
        try forEachImage { image in
            count += 1
            written[image.version, default: TableSums()] += image.sums
            let contributor = contributors[image.change >> 32]
            if !audit.isWhole(image, contributor.flatMap(map)) {
                suspectImages[contributor ?? 0, default: []].append(image.change)
            }
        }
        report.read("change", try connection.first("select count(*) from change") ?? 0)
        report.read("image", count)
    }

    /// The version's rows are as they were sealed, and what it found and wrote makes what the next one found.
    func check(_ version: CatalogVersion) throws {
        report.read("version")
        let name = "version \(version.id)"
        let isOfClient = version.contributor == CatalogVersion.noContributor
        for sealed in [SealedRows.version, .history, .rematch] where sealed != .rematch || isOfClient {
            switch try connection.isWhole(sealed, version.id) {
            case false: report.add(sealed.rawValue, name, "it is not as it was sealed when the version was made")
            case nil where sealed == .version: report.unsealed += 1
            default: break
            }
        }
        if isOfClient || isForgotten(version.id, of: version.contributor) { return }
        var found: [String: Int] = [:]
        try connection.each(
            "select action, count(*) from change where id >= $1 and id < $2 group by 1",
            [version.id << 32, (version.id + 1) << 32]
        ) { row in found[row.text(0) ?? ""] = row.int(1) }
        checkCounts(version, found)
        try checkChain(version, name)
    }

    /// Sums before a version, less what it replaced and deleted, plus what it wrote, are those before the next one.
    private func checkChain(_ version: CatalogVersion, _ name: String) throws {
        if namedVersions.contains(version.id) { return }
        var after = version.sumsBefore
        after -= try reading.sumsOfImagesBefore(version.id)
        after += written[version.id] ?? TableSums()
        let next = try connection.first(
            "select min(id) from version where contributor = $1 and id > $2", [version.contributor, version.id])
        let found = try next.flatMap { try reading.version($0) }?.sumsBefore
        let current = [sums[version.contributor], try reading.sums()[version.contributor]]
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
        try connection.each(
            """
            select v.contributor, c.control_number, c.kind, c.version from change c join version v on v.id = c.version
            where c.id = $1
            """, [change]
        ) { row in
            report.add(
                "change", name(row, from: 0),
                "the image that version \(row.int(3)) kept of it is not what was installed before")
        }
    }

    /// Rows of versions that are none, and seals on rows that are gone.
    func checkStrays() throws {
        for sealed in [SealedRows.version, .contributor].map(\.rawValue) {
            try connection.each(
                "select id from seal where table_name = '\(sealed)' and id not in (select id from \(sealed)) order by id"
            ) { row in
                report.add(sealed, "\(sealed) \(row.int(0))", "it was sealed, and its row is no longer there")
            }
        }
        for table in ["change", "history"] {
            try connection.each(
                """
                select version, count(*) from \(table) where version not in (select id from version)
                group by 1 order by 1
                """
            ) { row in
                report.add(
                    table, "version \(row.int(0))", "\(row.int(1)) rows belong to a version that there is not")
            }
        }
    }

    /// What one version wrote of a record is what the next one found.
    func checkSequences() throws {
        var last: (identity: String, hash: [UInt8]) = ("", [])
        try connection.each(
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
