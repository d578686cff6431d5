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
        while !waiting.isEmpty {
            let wave = waiting.suffix(Self.atOnce).filter { seen.insert($0).inserted }
            waiting.removeLast(min(Self.atOnce, waiting.count))
            let matched = try clusters.facts(of: wave)
            let identities = try reading.identities(of: wave)
            var new: [MatchKey] = []
            for record in wave {
                guard let (facts, master) = matched[record], let identity = identities[record] else { continue }
                members.append(.init(record: record, identity: identity, facts: facts, master: master))
                new += facts.keys.filter { keys.insert($0).inserted }
            }
            for (key, bearers) in try clusters.bearers(of: new, most: limit + 1) {
                if bearers.count > limit { ignored.insert(key) } else { waiting += bearers }
            }
        }
    }

    /// Records asked for together.
    static let atOnce = 1000
}
