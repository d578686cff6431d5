/// A record as clustering sees it.
struct ClusterMember: Sendable {
    /// The database's number of the record.
    var record: Int
    /// Its OCLC numbers.
    var oclc: [Int]
    /// Its keys, ascending.
    var keys: [MatchKey]
}

/// What some records come to.
struct Partition: Sendable, Equatable {
    /// For each member the index of the first member of its cluster.
    var clusters: [Int]
    /// Keys whose bearers match and yet are in different clusters, for different OCLC numbers would meet.
    var refused: [Refusal] = []

    struct Refusal: Sendable, Equatable {
        var key: MatchKey
        /// All its bearers, as indexes of members.
        var members: [Int]
    }
}

/// Joins matching records into clusters: the one place that says what a cluster is.
///
/// Two records match where they bear the same key, unless both have a key of an earlier match point. Matching records are
/// joined in a fixed order, that of the keys and, within a key, that of the members; two groups that both have OCLC
/// numbers and none in common are not joined. Hence the clusters depend on nothing but the members and their order.
enum Clustering {
    /// - Parameters:
    ///   - members: every record that shares a key, directly or over others, with one of them; in the order of their
    ///     identities.
    ///   - isIgnored: tells keys that count for nothing.
    static func partition(_ members: [ClusterMember], ignoring isIgnored: (MatchKey) -> Bool) -> Partition {
        var forest = SmallForest(members.map(\.oclc))
        let bearings = bearings(of: members, ignoring: isIgnored)
        var firstPoints = members.map { _ in Int.max }
        for (key, member) in bearings { firstPoints[member] = min(firstPoints[member], key.point) }
        let groups = groups(of: bearings)
        for group in groups where group.count > 1 {
            join(bearings[group].map(\.member), bearings[group.lowerBound].key.point, firstPoints, &forest)
        }
        var partition = Partition(clusters: members.indices.map { forest.find($0) })
        for group in groups where group.count > 1 {
            let key = bearings[group.lowerBound].key
            let bearers = bearings[group].map(\.member)
            let isDivided = Set(bearers.map { partition.clusters[$0] }).count > 1
            if isDivided, bearers.contains(where: { firstPoints[$0] == key.point }) {
                partition.refused.append(.init(key: key, members: bearers))
            }
        }
        return partition
    }

    /// Who bears what, by key and then by member.
    private static func bearings(
        of members: [ClusterMember], ignoring isIgnored: (MatchKey) -> Bool
    ) -> [(key: MatchKey, member: Int)] {
        var bearings: [(key: MatchKey, member: Int)] = []
        for (index, member) in members.enumerated() {
            for key in member.keys where !isIgnored(key) { bearings.append((key, index)) }
        }
        bearings.sort { $0.key != $1.key ? $0.key < $1.key : $0.member < $1.member }
        return bearings
    }

    /// The stretches of one key.
    private static func groups(of bearings: [(key: MatchKey, member: Int)]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in bearings.indices
        where index + 1 == bearings.count || bearings[index + 1].key != bearings[index].key {
            groups.append(start..<(index + 1))
            start = index + 1
        }
        return groups
    }

    /// Joins the bearers of one key: each with every group that stands before it, where one of the two has no key of an
    /// earlier point. No pairs are compared, only a bearer and the groups so far, which are few.
    private static func join(_ bearers: [Int], _ point: Int, _ firstPoints: [Int], _ forest: inout SmallForest) {
        var heads: [(member: Int, lacksEarlier: Bool)] = []
        for member in bearers {
            let lacksEarlier = firstPoints[member] == point
            for head in heads where lacksEarlier || head.lacksEarlier { forest.join(head.member, member) }
            let root = forest.find(member)
            if let known = heads.firstIndex(where: { forest.find($0.member) == root }) {
                heads[known].lacksEarlier = heads[known].lacksEarlier || lacksEarlier
            } else {
                heads.append((member, lacksEarlier))
            }
        }
    }
}

/// Groups of members that have been joined, with the OCLC numbers of each.
private struct SmallForest {
    private var parents: [Int]
    private var oclc: [[Int]]

    init(_ oclc: [[Int]]) {
        self.oclc = oclc
        parents = Array(oclc.indices)
    }

    /// The first member of the group.
    mutating func find(_ member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var step = member
        while parents[step] != root { (parents[step], step) = (root, parents[step]) }
        return root
    }

    /// Joins two groups, unless both have OCLC numbers and none in common.
    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (find(left), find(right))
        if left == right { return }
        let (mine, theirs) = (oclc[left], oclc[right])
        guard mine.isEmpty || theirs.isEmpty || mine.contains(where: theirs.contains) else { return }
        let (first, second) = (min(left, right), max(left, right))
        parents[second] = first
        oclc[first] = mine + theirs.filter { !mine.contains($0) }
    }
}
