internal import MARC

/// Makes all clusters anew: one pass over all keys in their order, then a closer look at the sets in which different OCLC
/// numbers meet. Some 29 bytes of memory a record.
struct ClusterRebuild<Keeper: ClusterKeeping> {
    private let clusters: Keeper
    private let review: ClusterReview<Keeper>
    private let order: ContributorOrder
    /// By record: its master before; 0 for one written since, `none` for a number that is no matched record.
    private var before: [UInt32] = []
    /// By record: its level and its contributor's rank, the lower the better.
    private var ranks: [UInt32] = []
    /// By record: as in `MatchFacts.title`.
    private var titles: [UInt32] = []
    private var forest = ClusterForest(last: 0)
    private var ignored: Set<MatchKey> = []

    private static var none: UInt32 { .max }

    init(_ clusters: Keeper) throws {
        self.clusters = clusters
        review = ClusterReview(clusters)
        order = try clusters.contributors()
    }

    /// - Returns: what became of the clusters that were there.
    mutating func run() throws -> ClusterChanges {
        try review.clear()
        try readRecords()
        try readKeys()
        try divideMixed()
        let masters = try chooseMasters()
        try write(masters)
        try listTitles(masters)
        try review.listNumbers(masters, none: Self.none)
        let before = self.before
        return ClusterChanges(
            masters.indices.lazy.filter { before[$0] != Self.none && before[$0] != 0 }.map {
                (before: Int(before[$0]), after: Int(masters[$0]))
            })
    }

    private mutating func readRecords() throws {
        let last = try clusters.rows.lastRecord()
        before = Array(repeating: Self.none, count: last + 1)
        ranks = Array(repeating: Self.none, count: last + 1)
        titles = Array(repeating: 0, count: last + 1)
        forest = ClusterForest(last: last)
        try clusters.rows.forEachRow { record, row in
            before[record] = UInt32(clamping: row.master)
            let rank = min(order.rank(row.contributor), 0xFF_FFFE)
            ranks[record] = UInt32(UInt8(clamping: row.level)) << 24 | UInt32(rank)
            titles[record] = UInt32(clamping: row.title)
            if !row.oclc.isEmpty { forest.note(row.oclc, of: record) }
        }
    }

    private mutating func readKeys() throws {
        let limit = clusters.rules.limit
        var key: MatchKey?
        var bearers: [Int] = []
        try clusters.rows.forEachKey { next, record in
            if next != key {
                if let key { try end(key, bearers) }
                key = next
                bearers.removeAll(keepingCapacity: true)
            }
            if bearers.count <= limit { bearers.append(record) }
        }
        if let key { try end(key, bearers) }
    }

    private mutating func end(_ key: MatchKey, _ bearers: [Int]) throws {
        guard bearers.count > clusters.rules.limit else { return forest.add(key, bearers) }
        ignored.insert(key)
        try review.note(common: key, true)
    }

    /// Looks closer at the sets in which different OCLC numbers meet.
    private mutating func divideMixed() throws {
        let roots = forest.mixedRoots()
        if roots.isEmpty { return }
        var sets: [Int: [Int]] = [:]
        for record in before.indices where before[record] != Self.none {
            let root = forest.find(record)
            if roots.contains(root) { sets[root, default: []].append(record) }
        }
        for records in sets.values where records.count > 1 {
            try clusters.rows.expect(.rows(records))
            try clusters.rows.expect(.keys(records))
            let members = try self.members(records)
            let partition = Clustering.partition(members, ignoring: ignored.contains)
            forest.divide(members.map(\.record), partition.clusters)
            try review.list(partition, members.map(\.record))
        }
    }

    /// The records of a set in the order of their identities.
    private func members(_ records: [Int]) throws -> [ClusterMember] {
        let rows = clusters.rows
        var found: [(rank: Int, number: String, member: ClusterMember)] = []
        for record in records {
            guard let row = try rows.row(record) else { continue }
            found.append(
                (
                    order.symbolRank(row.contributor), try rows.controlNumber(of: record),
                    ClusterMember(record: record, oclc: row.oclc, keys: try rows.keys(of: record))
                ))
        }
        found.sort {
            $0.rank != $1.rank ? $0.rank < $1.rank : $0.number.utf8.lexicographicallyPrecedes($1.number.utf8)
        }
        return found.map(\.member)
    }

    /// The master of each record; `none` for a number that is no matched record.
    private mutating func chooseMasters() throws -> [UInt32] {
        var best = Array(repeating: Self.none, count: before.count)
        for record in before.indices where before[record] != Self.none {
            let root = forest.find(record)
            guard best[root] != Self.none else {
                best[root] = UInt32(record)
                continue
            }
            if try isBetter(record, than: Int(best[root])) { best[root] = UInt32(record) }
        }
        var masters = Array(repeating: Self.none, count: before.count)
        for record in before.indices where before[record] != Self.none { masters[record] = best[forest.find(record)] }
        return masters
    }

    private func isBetter(_ record: Int, than other: Int) throws -> Bool {
        if ranks[record] != ranks[other] { return ranks[record] < ranks[other] }
        let rows = clusters.rows
        return try rows.controlNumber(of: record).utf8.lexicographicallyPrecedes(rows.controlNumber(of: other).utf8)
    }

    /// Lists the clusters whose titles differ.
    private func listTitles(_ masters: [UInt32]) throws {
        var titleOfMaster = Array(repeating: UInt32(0), count: masters.count)
        var divided = Set<UInt32>()
        for record in masters.indices where masters[record] != Self.none && titles[record] != 0 {
            let master = masters[record]
            if titleOfMaster[Int(master)] == 0 { titleOfMaster[Int(master)] = titles[record] }
            if titleOfMaster[Int(master)] != titles[record] { divided.insert(master) }
        }
        if divided.isEmpty { return }
        var sets: [UInt32: [Int]] = [:]
        for record in masters.indices where divided.contains(masters[record]) {
            sets[masters[record], default: []].append(record)
        }
        for (master, records) in sets { try review.list(titlesOf: records, master: Int(master)) }
    }

    private func write(_ masters: [UInt32]) throws {
        for record in masters.indices where masters[record] != before[record] {
            try clusters.rows.setMaster(Int(masters[record]), of: record)
        }
    }
}
