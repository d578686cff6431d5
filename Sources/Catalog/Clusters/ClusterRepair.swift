internal import MARC

/// Makes those clusters anew that a change can have touched: all records that share a key, directly or over others, with
/// a bearer of a key that was gained or lost. Whoever is not among these has the keys, the neighbours and therefore the
/// cluster as before.
struct ClusterRepair<Keeper: ClusterKeeping> {
    private let clusters: Keeper
    private var rows: Keeper.Rows { clusters.rows }
    private var limit: Int { clusters.rules.limit }
    private let review: ClusterReview<Keeper>

    /// A record of the region, with what orders it and what it claims.
    private struct Found {
        var member: ClusterMember
        var row: ClusterRow
        var symbolRank: Int
        var claim: MasterClaim
    }

    init(_ clusters: Keeper) {
        self.clusters = clusters
        review = ClusterReview(clusters)
    }

    func run() throws -> ClusterChanges {
        var region = Region()
        for record in clusters.touched.records { region.add(record) }
        try rows.expect(.bearers(Array(clusters.touched.keys.keys), most: limit + 1))
        for (key, gained) in clusters.touched.keys { try seed(key, gained, &region) }
        try explore(&region)
        let found = try load(region)
        let partition = Clustering.partition(found.map(\.member), ignoring: region.ignored.contains)
        let moves = try write(partition, found)
        try review.refresh(
            found.map(\.member.record), moved: moves.moved + clusters.touched.records, clusters.touched, partition)
        try listTitles(found, moves.masters)
        return moves.changes
    }

    /// Records found so far, and keys that were looked up.
    private struct Region {
        var records: Set<Int> = []
        var waiting: [Int] = []
        /// Of each record that was explored.
        var keysOfRecord: [Int: [MatchKey]] = [:]
        var keys: Set<MatchKey> = []
        var ignored: Set<MatchKey> = []

        mutating func add(_ record: Int) {
            if records.insert(record).inserted { waiting.append(record) }
        }
    }

    /// Begins with the bearers of a key that was gained or lost; all of them where it has come to be ignored or ceased.
    private func seed(_ key: MatchKey, _ gained: Int, _ region: inout Region) throws {
        region.keys.insert(key)
        let first = try rows.bearers(of: key, most: limit + 1)
        let isIgnored = first.count > limit
        if isIgnored { region.ignored.insert(key) }
        try review.note(common: key, isIgnored)
        guard isIgnored else { return first.forEach { region.add($0) } }
        // Where it was ignored before, its bearers did not match by it, and do not now.
        let all = try rows.bearers(of: key, most: limit + 1 + max(0, gained))
        if all.count - gained <= limit { all.forEach { region.add($0) } }
    }

    /// Follows keys to their bearers until there is nobody new.
    private func explore(_ region: inout Region) throws {
        while !region.waiting.isEmpty {
            let records = region.waiting
            region.waiting = []
            try rows.expect(.keys(records))
            var new: [MatchKey] = []
            for record in records {
                let keys = try rows.keys(of: record)
                region.keysOfRecord[record] = keys
                for key in keys where region.keys.insert(key).inserted { new.append(key) }
            }
            try rows.expect(.bearers(new, most: limit + 1))
            for key in new {
                let bearers = try rows.bearers(of: key, most: limit + 1)
                if bearers.count > limit { region.ignored.insert(key) } else { bearers.forEach { region.add($0) } }
            }
        }
    }

    /// The records of the region in the order of their identities.
    private func load(_ region: Region) throws -> [Found] {
        let order = try clusters.contributors()
        var found: [Found] = []
        found.reserveCapacity(region.records.count)
        try rows.expect(.rows(Array(region.records)))
        for record in region.records {
            guard let row = try rows.row(record) else { continue }
            let claim = MasterClaim(
                level: row.level, contributor: order.rank(row.contributor),
                controlNumber: try rows.controlNumber(of: record))
            found.append(
                Found(
                    member: ClusterMember(record: record, oclc: row.oclc, keys: region.keysOfRecord[record] ?? []),
                    row: row,
                    symbolRank: order.symbolRank(row.contributor), claim: claim))
        }
        return found.sorted {
            $0.symbolRank != $1.symbolRank
                ? $0.symbolRank < $1.symbolRank
                : $0.claim.controlNumber.utf8.lexicographicallyPrecedes($1.claim.controlNumber.utf8)
        }
    }

    /// Lists the clusters whose titles differ.
    private func listTitles(_ found: [Found], _ masters: [Int]) throws {
        let clusters = Dictionary(grouping: found.indices) { masters[$0] }
        for (master, members) in clusters where Set(members.map { found[$0].row.title }).subtracting([0]).count > 1 {
            try review.list(titlesOf: members.map { found[$0].member.record }, master: master)
        }
    }

    /// Writes the masters that are others now.
    ///
    /// - Returns: the master of each record, the records that have another one than before, and what became of the clusters.
    private func write(_ partition: Partition, _ found: [Found]) throws
        -> (masters: [Int], moved: [Int], changes: ClusterChanges)
    {
        var masters: [Int: Int] = [:]
        for index in found.indices {
            let cluster = partition.clusters[index]
            guard let best = masters[cluster], !(found[index].claim < found[best].claim) else {
                masters[cluster] = index
                continue
            }
        }
        var moves: [(before: Int, after: Int)] = []
        var moved: [Int] = []
        let after = found.indices.map { index in
            found[masters[partition.clusters[index]] ?? index].member.record
        }
        for index in found.indices {
            let before = found[index].row.master
            if before != 0 { moves.append((before, after[index])) }
            guard after[index] != before else { continue }
            try rows.setMaster(after[index], of: found[index].member.record)
            moved.append(found[index].member.record)
        }
        return (after, moved, ClusterChanges(moves))
    }
}
