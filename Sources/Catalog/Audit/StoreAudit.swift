internal import MARC
internal import Update

/// What an audit keeps in mind and how it judges, the same for every store; the stores read the rows.
///
/// What the rows of a contributor come to is held against the sums that installs keep; where they differ, each row is held
/// against what its record's content makes of it, and against what the versions say they wrote.
class StoreAudit {
    /// A part of a record that is not what its content makes of it.
    struct Suspect {
        var contributor: Int
        var part: RecordAudit.Part
        var name: String
        var version: Int
        var message: String
    }

    let matching: ClusterMatching
    let profiles: AuditProfiles
    var report = AuditReport()
    /// What the rows come to that stand now, by contributor.
    var sums: [Int: TableSums] = [:]
    /// What those rows come to that a version wrote and that stand now or as images before.
    var written: [Int: TableSums] = [:]
    /// Versions and contributors of which a row was named, so that their sums need not be named as well.
    var namedVersions: Set<Int> = []
    var namedContributors: Set<Int> = []
    /// Changes whose image is not what its content says, by contributor.
    var suspectImages: [Int: [Int]] = [:]
    var namedImages: Set<Int> = []
    var symbols: [Int: String] = [:]
    /// By contributor, up to which version images and changes are no longer kept.
    var forgotten: [Int: Int] = [:]

    init(_ matching: ClusterMatching, _ profiles: AuditProfiles) {
        self.matching = matching
        self.profiles = profiles
    }

    /// Names a record that is not as a version wrote it.
    func add(_ table: String, _ name: String, of contributor: Int, version: Int, _ message: String) {
        report.add(table, name, message)
        namedVersions.insert(version)
        namedContributors.insert(contributor)
    }

    /// `lib1/4711`, with the kind where it is not bibliographic.
    func name(_ contributor: Int, _ controlNumber: String, _ kind: String) -> String {
        RecordName(
            RecordIdentity(
                contributor: symbols[contributor] ?? "contributor \(contributor)", controlNumber: controlNumber),
            kind: kind
        ).description
    }

    /// Where the contributor's holdings stand.
    func map(of contributor: Int) -> HoldingsMap? { symbols[contributor].flatMap { profiles.holdings[$0] } }

    /// Adds a record and its rows to what was read.
    func count(_ sums: TableSums) {
        report.read("record")
        report.read("holding", sums.holdings.rows)
        report.read("identifier", sums.identifiers.rows)
    }

    /// The identifiers of a record as its content has them; nil where nobody can say.
    func found(_ stored: RowBatch, _ index: Int, _ contributor: Int) -> [(type: RecordKey, value: [UInt8])]? {
        guard let identifiers = profiles.identifiers, let symbol = symbols[contributor] else { return nil }
        return stored.decoded(index)?.withView { view in
            var found = identifiers(view, symbol)
            if stored.rows[index].kind == .holdings, let number = RelatedRecord.number(in: view) {
                found.append((type: .belongsTo, value: Array(number)))
            }
            return found
        }
    }

    /// What a record's last change says otherwise; nil where the two agree.
    ///
    /// - Parameters:
    ///   - version: the version that wrote the record, as its row says.
    ///   - changed: the action of the last change, its version, and whether its hash is the row's.
    static func contradiction(of version: Int, _ changed: (action: String, version: Int, isSame: Bool)) -> String? {
        guard let action = CatalogChange.Action(rawValue: changed.action) else {
            return "it stands in the database, and no version added it"
        }
        if action != .added, action != .replaced {
            return "it stands in the database, and version \(changed.version) deleted it"
        }
        if !changed.isSame { return "its hash is not that of what version \(changed.version) wrote" }
        return version == changed.version
            ? nil : "it says that version \(version) wrote it; that was version \(changed.version)"
    }

    /// The rules that the database keeps are the client's.
    func checkRules(_ kept: String, under key: String) {
        guard let rules = matching.rules, rules.text != kept else { return }
        report.add(
            "meta", key, "the rules kept are not the client's; holdfast rematch makes the clusters anew by these")
    }

    /// The sums kept are those of the rows; where they are not, the rows are named that are not as their content says.
    func checkSums(_ kept: [Int: TableSums], _ suspects: [Suspect]) {
        for contributor in Set(kept.keys).union(sums.keys).sorted() {
            let (books, real) = (kept[contributor] ?? TableSums(), sums[contributor] ?? TableSums())
            for part in RecordAudit.Part.allCases where books[keyPath: part.sum] != real[keyPath: part.sum] {
                let own = suspects.filter { $0.contributor == contributor && $0.part == part }
                for suspect in own {
                    add(part.table, suspect.name, of: contributor, version: suspect.version, suspect.message)
                }
                guard own.isEmpty, !namedContributors.contains(contributor) else { continue }
                report.add(
                    "checksum", "\(symbols[contributor] ?? "contributor \(contributor)") \(part.table)",
                    "the sum kept is not that of the rows, \(books[keyPath: part.sum].rows) kept and "
                        + "\(real[keyPath: part.sum].rows) read; every row is as its record's content says")
            }
        }
    }

    /// Whether a version of the contributor may have changed what nobody has noted any more.
    func isForgotten(_ version: Int, of contributor: Int) -> Bool { version <= forgotten[contributor] ?? 0 }

    /// The changes noted are as many as the version counted.
    ///
    /// - Parameter found: rows by their action.
    func checkCounts(_ version: CatalogVersion, _ found: [String: Int]) {
        let counts = version.counts
        let expected: [CatalogChange.Action: Int] = [
            .added: counts.added, .replaced: counts.replaced, .deleted: counts.deleted, .absent: counts.absent,
            .deleteNotHeld: counts.deleteNotHeld,
        ]
        for action in CatalogChange.Action.allCases where found[action.rawValue] ?? 0 != expected[action] {
            report.add(
                "change", "version \(version.id)",
                "\(found[action.rawValue] ?? 0) rows say \(action.rawValue), the version counted \(expected[action] ?? 0)"
            )
        }
    }
}
