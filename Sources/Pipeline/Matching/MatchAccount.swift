public import Catalog
public import Install

/// Why two records of a client are in one cluster, or not.
public struct MatchAccount: Sendable, Encodable {
    /// One of the two records.
    public struct Side: Sendable, Encodable {
        /// `CONTRIBUTOR/CONTROL-NUMBER`
        public let record: String
        public let title: String
        /// The record that patrons see for it.
        public let master: String
        /// Records in its cluster.
        public let cluster: Int
    }

    public let first: Side
    public let second: Side
    public let explanation: MatchExplanation
    /// Whether both are in one cluster.
    public let isOneCluster: Bool
    /// Whether some match point agrees and counts.
    public let matches: Bool

    /// - Throws: `RunRefusal` where a record is not held, or the client's records are not matched.
    public init(_ first: RecordIdentity, _ second: RecordIdentity, client: String, in reading: any CatalogReading)
        throws
    {
        guard let clusters = try reading.clusters() else {
            throw RunRefusal(
                "the records of \(client) are not matched; its file has no 'match', or was never followed by a rematch")
        }
        let rules = try MatchRuleSet(text: clusters.rules)
        let (mine, theirs) = (try Self.find(first, client, reading), try Self.find(second, client, reading))
        self.first = try Self.side(mine, reading, clusters)
        self.second = try Self.side(theirs, reading, clusters)
        guard let left = mine.held.record, let right = theirs.held.record else {
            throw RunRefusal("a stored record cannot be read; holdfast audit \(client) names it")
        }
        explanation = MatchExplanation(left, right, rules: rules)
        isOneCluster = try clusters.master(of: mine.id) == clusters.master(of: theirs.id)
        matches = explanation.matches
    }

    private static func find(_ identity: RecordIdentity, _ client: String, _ reading: any CatalogReading) throws
        -> (id: Int, held: HeldRecord)
    {
        guard let id = try reading.record(of: identity.contributor, controlNumber: identity.controlNumber),
            let held = try reading.heldRecord(id)
        else {
            throw RunRefusal(
                "\(client) holds no bibliographic record \(identity); expected CONTRIBUTOR/CONTROL-NUMBER of one that it holds"
            )
        }
        return (id, held)
    }

    private static func side(
        _ found: (id: Int, held: HeldRecord), _ reading: any CatalogReading, _ clusters: any ClusterReading
    ) throws -> Side {
        let members = try clusters.cluster(of: found.id)
        let master = try members.first.flatMap { try reading.identity(of: $0) }
        return Side(
            record: found.held.identity.description, title: found.held.title,
            master: master?.description ?? found.held.identity.description, cluster: members.count)
    }

    /// The account for people.
    public var lines: [String] {
        [first, second].map { "\($0.record)  \($0.title)\n    in the cluster of \($0.master), \($0.cluster) records" }
            + explanation.lines + [conclusion]
    }

    private var conclusion: String {
        switch (matches, isOneCluster) {
        case (true, true): "They match and are in one cluster."
        case (false, true): "They do not match each other; other records that match both bring them into one cluster."
        case (false, false): "They do not match and are in different clusters."
        case (true, false):
            """
            They match by the rules and are in different clusters: different OCLC numbers would meet, or too many records \
            bear the key.
            """
        }
    }
}
