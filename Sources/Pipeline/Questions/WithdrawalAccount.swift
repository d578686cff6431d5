internal import Catalog
internal import MARC

/// What leaves a client's database with a contributor.
public struct WithdrawalAccount: Sendable, Equatable, Encodable {
    public let contributor: String
    /// By kind.
    public let records: [String: Int]
    public let holdings: Int
    /// Clusters that hold a record of the contributor; nil where records are not matched.
    public let clusters: Int?
    /// Those of them whose other records are no longer one cluster.
    public let clustersSplit: Int?
    /// All clusters of the database, with the contributor and without it.
    public let clustersBefore: Int?
    public let clustersAfter: Int?
    /// Its submissions that are held, wait or failed, `CLIENT/PERIOD`: nothing will come of them.
    public let superseded: [String]
    /// The version that took its records out; nil for a plan, and where there were none.
    public internal(set) var version: Int?

    /// - Parameter open: the database before and after.
    init(_ contributor: String, _ open: OpenInstall, superseded: [String]) throws {
        self.contributor = contributor
        self.superseded = superseded
        let (before, after) = (open.committed, open.transaction)
        let number = after.version.contributor
        records = try Dictionary(
            RecordKind.allCases.map { ($0.name, try before.countRecords(of: number, kinds: [$0])) }.filter { $0.1 > 0 },
            uniquingKeysWith: +)
        holdings = try before.sums()[number]?.holdings.rows ?? 0
        let (earlier, now) = (try before.clusters(), try after.clusters())
        clusters = try earlier?.countClusters(of: number)
        clustersSplit = now == nil ? nil : after.clusterChanges.split
        clustersBefore = try earlier?.countClusters(of: nil)
        clustersAfter = try now?.countClusters(of: nil)
    }

    /// For a contributor that holds nothing.
    init(_ contributor: String, superseded: [String]) {
        (self.contributor, self.superseded) = (contributor, superseded)
        (records, holdings, clusters, clustersSplit) = ([:], 0, nil, nil)
        (clustersBefore, clustersAfter) = (nil, nil)
    }

    /// For people.
    public func lines(isPlan: Bool) -> [String] {
        let kinds = records.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let done = isPlan ? "would leave" : "have left"
        var lines = [
            records.isEmpty
                ? "\(contributor): the database holds nothing of it"
                : "\(contributor): \(records.values.reduce(0, +)) records (\(kinds)) and \(holdings) holdings \(done)"
                    + (version.map { ", version \($0)" } ?? "")
        ]
        if let clusters, let clustersBefore, let clustersAfter, !records.isEmpty {
            lines.append(
                "  its records \(isPlan ? "are" : "were") in \(clusters) clusters"
                    + ((clustersSplit ?? 0) == 0
                        ? "" : ", of which \(clustersSplit ?? 0) \(isPlan ? "would be" : "are") split")
                    + "; the database \(isPlan ? "would have" : "has") \(clustersAfter) clusters instead of \(clustersBefore)"
            )
        }
        for run in superseded {
            lines.append("  \(run) \(isPlan ? "would be" : "is") superseded: nothing of it will be installed")
        }
        return lines
    }
}
