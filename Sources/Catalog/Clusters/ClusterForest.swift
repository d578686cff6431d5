/// All records of a database, joined by their keys without regard to OCLC numbers: connected sets, and which of them hold
/// different OCLC numbers, so that they need to be looked at edge by edge. 13 bytes a record.
struct ClusterForest {
    private var parents: [UInt32]
    /// The first match point of which a record has a key; 0 for none so far.
    private var firstPoints: [UInt8]
    /// Of a root: the OCLC number of its records; 0 for none, -1 where there are different ones.
    private var oclc: [Int]
    /// Roots in which different OCLC numbers have met; some have been joined to others since.
    private var mixed: Set<UInt32> = []

    /// - Parameter last: the highest number of a record.
    init(last: Int) {
        parents = (0...UInt32(clamping: max(0, last))).map { $0 }
        firstPoints = Array(repeating: 0, count: parents.count)
        oclc = Array(repeating: 0, count: parents.count)
    }

    /// Says which OCLC numbers a record has.
    mutating func note(_ numbers: [Int], of record: Int) {
        guard oclc.indices.contains(record) else { return }
        oclc[record] = numbers.count > 1 ? -1 : numbers.first ?? 0
        if numbers.count > 1 { mixed.insert(UInt32(record)) }
    }

    /// Joins the bearers of a key; keys come in ascending order.
    mutating func add(_ key: MatchKey, _ bearers: [Int]) {
        let point = UInt8(clamping: key.point)
        var hub: Int?
        for record in bearers where firstPoints.indices.contains(record) {
            if firstPoints[record] == 0 { firstPoints[record] = point }
            if hub == nil, firstPoints[record] == point { hub = record }
        }
        // Whoever lacks every earlier key matches all; without one nobody matches.
        guard let hub else { return }
        for record in bearers where record != hub { join(hub, record) }
    }

    mutating func find(_ record: Int) -> Int {
        guard parents.indices.contains(record) else { return record }
        var root = record
        while Int(parents[root]) != root { root = Int(parents[root]) }
        var step = record
        while Int(parents[step]) != root { (parents[step], step) = (UInt32(root), Int(parents[step])) }
        return root
    }

    private mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (find(left), find(right))
        guard left != right, parents.indices.contains(left), parents.indices.contains(right) else { return }
        let (first, second) = (min(left, right), max(left, right))
        parents[second] = UInt32(first)
        let (mine, theirs) = (oclc[first], oclc[second])
        oclc[first] = mine == theirs || theirs == 0 ? mine : mine == 0 ? theirs : -1
        if oclc[first] == -1 { mixed.insert(UInt32(first)) }
    }

    /// The roots of the sets that hold different OCLC numbers.
    mutating func mixedRoots() -> Set<Int> { Set(mixed.map { find(Int($0)) }) }

    /// Takes the records of a set apart and joins them anew, as `clusters` says.
    ///
    /// - Parameter records: all records of the set; `clusters` gives for each the index of the first of its cluster.
    mutating func divide(_ records: [Int], _ clusters: [Int]) {
        for (index, record) in records.enumerated() { parents[record] = UInt32(records[clusters[index]]) }
    }
}
