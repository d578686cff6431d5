public import Catalog

/// How many records, holdings and clusters a client has, and each of its contributors.
public struct ClientStatistics: Sendable, Encodable {
    public struct Count: Sendable, Encodable {
        public let contributor: String?
        public let name: String?
        public let records: Int
        public let holdings: Int
        /// Clusters that hold a record of the contributor; nil where records are not matched.
        public let clusters: Int?
    }

    public let contributors: [Count]
    /// All contributors together.
    public let total: Count

    /// - Parameter symbol: counts this contributor alone.
    /// - Throws: `RunRefusal` where nothing was ever installed for it.
    public init(_ reading: any CatalogReading, contributor symbol: String?) throws {
        let sums = try reading.sums()
        let clusters = try reading.clusters()
        contributors = try reading.contributors().filter { symbol == nil || $0.symbol == symbol }.map { contributor in
            let own = sums[contributor.id] ?? TableSums()
            return Count(
                contributor: contributor.symbol, name: contributor.name, records: own.records.rows,
                holdings: own.holdings.rows, clusters: try clusters?.countClusters(of: contributor.id))
        }
        if let symbol, contributors.isEmpty {
            throw RunRefusal("nothing was ever installed for '\(symbol)'; holdfast stats CLIENT lists the contributors")
        }
        total = Count(
            contributor: nil, name: nil, records: contributors.reduce(0) { $0 + $1.records },
            holdings: contributors.reduce(0) { $0 + $1.holdings },
            clusters: symbol == nil ? try clusters?.countClusters(of: nil) : contributors.first?.clusters)
    }

    /// A line a contributor, and one for all.
    public var lines: [String] {
        let rows = contributors.map { (($0.contributor ?? ""), $0) } + [("all", total)]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, count in
            let padding = String(repeating: " ", count: width - name.count)
            return "\(name)\(padding)  \(count.records) records, \(count.holdings) holdings"
                + (count.clusters.map { ", \($0) clusters" } ?? "")
        }
    }
}
