internal import Catalog

/// Clusters worked out in the plainest way, pair by pair, so that what install made can be compared with it.
struct PlainClusters {
    /// A record as matching knows it.
    struct Member {
        var record: Int
        var identity: RecordIdentity
        var facts: MatchFacts
        /// Whom the database names as its master.
        var master: Int
    }

    /// In the order of their identities.
    private let members: [Member]
    private let rules: any ClusterRules
    private var groups: [Int]
    private var oclc: [Int: Set<Int>] = [:]

    /// - Parameters:
    ///   - members: with each record all that share a key with it.
    ///   - ignored: keys that too many records bear.
    init(_ members: [Member], ignored: Set<MatchKey>, rules: any ClusterRules) {
        self.members = members.sorted { $0.identity < $1.identity }
        self.rules = rules
        groups = Array(members.indices)
        for (index, member) in self.members.enumerated() { oclc[index] = Set(member.facts.oclc) }
        join(ignored)
    }

    private mutating func join(_ ignored: Set<MatchKey>) {
        var bearers: [MatchKey: [Int]] = [:]
        for (index, member) in members.enumerated() {
            for key in member.facts.keys where !ignored.contains(key) { bearers[key, default: []].append(index) }
        }
        let first = members.map { $0.facts.keys.first { !ignored.contains($0) }?.point ?? .max }
        for key in bearers.keys.sorted() {
            let group = bearers[key] ?? []
            for (place, later) in group.enumerated() {
                for earlier in group[..<place] where first[earlier] == key.point || first[later] == key.point {
                    join(earlier, later)
                }
            }
        }
    }

    private mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (find(left), find(right))
        let (mine, theirs) = (oclc[left] ?? [], oclc[right] ?? [])
        guard left != right, mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { return }
        groups[right] = left
        oclc[left] = mine.union(theirs)
    }

    private func find(_ index: Int) -> Int {
        var index = index
        while groups[index] != index { index = groups[index] }
        return index
    }

    /// The records whose master is another one than the database says, with the one expected.
    func differences() -> [(member: Member, expected: RecordIdentity)] {
        let sets = Dictionary(grouping: members.indices, by: find)
        return sets.values.flatMap { set -> [(member: Member, expected: RecordIdentity)] in
            guard let master = set.min(by: { claims($0, before: $1) }) else { return [] }
            return set.filter { members[$0].master != members[master].record }.map {
                (members[$0], members[master].identity)
            }
        }
    }

    /// Whether the one is master rather than the other: encoding level, priority, symbol, control number.
    private func claims(_ one: Int, before other: Int) -> Bool {
        let (left, right) = (members[one], members[other])
        if left.facts.level != right.facts.level { return left.facts.level < right.facts.level }
        let ranks = [left, right].map { rules.priority.firstIndex(of: $0.identity.contributor) ?? .max }
        return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.identity < right.identity
    }
}
