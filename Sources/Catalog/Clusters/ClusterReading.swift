/// What can be asked of a client's clusters.
public protocol ClusterReading: AnyObject {
    /// The rules by which the clusters were made, as text.
    var rules: String { get }
    /// The records of the cluster that the record is in, its master first; none for a record that is not matched.
    func cluster(of record: Int) throws -> [Int]
    /// The number of the record that patrons see for it; nil for a record that is not matched.
    func master(of record: Int) throws -> Int?
    /// Lends every record that is matched with its master, ascending.
    func forEachMaster(_ body: (_ record: Int, _ master: Int) throws -> Void) throws
    /// What matching knows of the record; nil for one that is not matched.
    func facts(of record: Int) throws -> MatchFacts?
    /// The records that bear the key, `most` of them at most.
    func bearers(of key: MatchKey, most: Int) throws -> [Int]
    /// What matching knows of those of the records that are matched, with the master of each.
    func facts(of records: [Int]) throws -> [Int: (facts: MatchFacts, master: Int)]
    /// The records that bear each of the keys, `most` of each at most.
    func bearers(of keys: [MatchKey], most: Int) throws -> [MatchKey: [Int]]
    /// How many clusters there are; of one contributor: those that hold a record of it.
    func countClusters(of contributor: Int?) throws -> Int
    /// The doubtful matches, by kind and evidence.
    func forEachDoubt(_ body: (ClusterDoubt) throws -> Void) throws
}

/// One question after another, where a question costs little.
extension ClusterReading {
    public func facts(of records: [Int]) throws -> [Int: (facts: MatchFacts, master: Int)] {
        var found: [Int: (facts: MatchFacts, master: Int)] = [:]
        for record in records {
            guard let facts = try facts(of: record), let master = try master(of: record) else { continue }
            found[record] = (facts, master)
        }
        return found
    }

    public func bearers(of keys: [MatchKey], most: Int) throws -> [MatchKey: [Int]] {
        var found: [MatchKey: [Int]] = [:]
        for key in keys { found[key] = try bearers(of: key, most: most) }
        return found
    }
}

/// A match that a person should look at.
public struct ClusterDoubt: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A number agrees, and yet the records are in different clusters: title or form do not agree.
        case numberAgrees = "number-agrees"
        /// Records of one cluster whose titles differ at the start: a number agrees that the rules do not hold against them.
        case titleDiffers = "title-differs"
        /// The records match, but joining them would bring different OCLC numbers into one cluster.
        case oclcDiffers = "oclc-differs"
        /// A number is borne by more records than the limit, so that it may be a placeholder.
        case numberCommon = "number-common"
        /// A key is borne by more records than the limit, and ignored.
        case keyCommon = "key-common"

        /// Whether it is too many records that bear something.
        var isCommon: Bool { self == .numberCommon || self == .keyCommon }
    }

    /// So many are named of the records that bear what too many do.
    static let examples = 3

    public var kind: Kind
    /// The number, as in `isbn 9780156949606`, the master, as in `lib1/4711`, or the key's text.
    public var evidence: String
    /// The records concerned; some of them where they are too many.
    public var records: [Int]

    public init(kind: Kind, evidence: String, records: [Int]) {
        self.kind = kind
        self.evidence = evidence
        self.records = records
    }
}

/// What an install or a rematch did to the clusters that were there.
public struct ClusterChanges: Sendable, Equatable, Codable {
    /// Clusters of now that hold records of several of before.
    public var joined = 0
    /// Clusters of before whose records are now in several.
    public var split = 0

    public init() {}

    /// - Parameter moves: for each record the cluster before and the cluster now, by whatever numbers.
    init(_ moves: some Sequence<(before: Int, after: Int)>) {
        var ways = Set<Way>()
        for move in moves { ways.insert(Way(before: move.before, after: move.after)) }
        joined = Dictionary(grouping: ways, by: \.after).values.count { $0.count > 1 }
        split = Dictionary(grouping: ways, by: \.before).values.count { $0.count > 1 }
    }

    private struct Way: Hashable {
        var before: Int
        var after: Int
    }
}
