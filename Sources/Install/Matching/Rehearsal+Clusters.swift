internal import Catalog

/// Clusters that an install would join or split.
public struct ClusterMove: Sendable, Equatable, Encodable {
    /// The master, as in `lib1/4711`: of the cluster that there would be, or that there is.
    public let cluster: String
    /// The masters of the clusters that it would be joined of; empty for one that would be split.
    public let joins: [String]
    /// The masters of the clusters that it would be split into; empty for one that would be joined.
    public let splits: [String]
}

extension Rehearsal {
    /// What the install would do to the clusters that there are, by their masters.
    public func clusterMoves() throws -> [ClusterMove] {
        guard let before = try committed.clusters(), let after = try transaction.clusters() else { return [] }
        let ways = try self.ways(before, after)
        var moves: [ClusterMove] = []
        for (master, from) in Dictionary(grouping: ways, by: \.after) where from.count > 1 {
            moves.append(
                ClusterMove(
                    cluster: try transaction.name(of: master), joins: try committed.names(of: from.map(\.before)),
                    splits: []))
        }
        for (master, into) in Dictionary(grouping: ways, by: \.before) where into.count > 1 {
            moves.append(
                ClusterMove(
                    cluster: try committed.name(of: master), joins: [],
                    splits: try transaction.names(of: into.map(\.after))))
        }
        return moves.sorted { ($0.splits.count, $0.cluster) < ($1.splits.count, $1.cluster) }
    }

    /// From which cluster records would go into which.
    private struct Way: Hashable {
        var before: Int
        var after: Int
    }

    /// The ways of all records that there are and would be. Records that the install touches may have another number in
    /// each of the two, and are found by their names.
    private func ways(_ before: any ClusterReading, _ after: any ClusterReading) throws -> Set<Way> {
        var ways = Set<Way>()
        var (gone, come) = (Set<Int>(), Set<Int>())
        try forEachName { name in
            let (old, new) = (try committed.number(of: name), try transaction.number(of: name))
            if let old { gone.insert(old) }
            if let new { come.insert(new) }
            guard let old, let new, let from = try before.master(of: old), let into = try after.master(of: new) else {
                return
            }
            ways.insert(Way(before: from, after: into))
        }
        var masters: [UInt32] = []
        try before.forEachMaster { record, master in
            if gone.contains(record) { return }
            masters.append(contentsOf: repeatElement(0, count: max(0, record - masters.count + 1)))
            masters[record] = UInt32(clamping: master)
        }
        try after.forEachMaster { record, master in
            guard !come.contains(record), masters.indices.contains(record), masters[record] != 0 else { return }
            ways.insert(Way(before: Int(masters[record]), after: master))
        }
        return ways
    }
}

extension CatalogReading {
    fileprivate func number(of name: RecordName) throws -> Int? {
        try standing(name.identity).first { $0.kind == name.kind }?.id
    }

    fileprivate func name(of record: Int) throws -> String { try identity(of: record)?.description ?? "\(record)" }

    fileprivate func names(of records: [Int]) throws -> [String] { try records.map { try name(of: $0) }.sorted() }
}
