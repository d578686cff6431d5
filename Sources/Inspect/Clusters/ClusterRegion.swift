internal import Catalog

/// The records that a change can have brought into another cluster: whoever shares a key with some records, directly or
/// over others, as the database has it.
struct ClusterRegion {
    private(set) var members: [PlainClusters.Member] = []
    private(set) var ignored: Set<MatchKey> = []
    private var seen: Set<Int> = []
    private var keys: Set<MatchKey> = []

    /// - Parameter seeds: the records to begin with; those that are not matched are passed over.
    init(around seeds: [Int], _ reading: any CatalogReading, _ clusters: any ClusterReading, limit: Int) throws {
        var waiting = seeds
        while let record = waiting.popLast() {
            guard seen.insert(record).inserted, let facts = try clusters.facts(of: record),
                let master = try clusters.master(of: record), let identity = try reading.identity(of: record)
            else { continue }
            members.append(.init(record: record, identity: identity, facts: facts, master: master))
            for key in facts.keys where keys.insert(key).inserted {
                let bearers = try clusters.bearers(of: key, most: limit + 1)
                if bearers.count > limit { ignored.insert(key) } else { waiting += bearers }
            }
        }
    }
}
