public import Catalog
internal import MARC
internal import Update

/// Proves on the open transaction that a removal took out what it was to take out and nothing else.
public struct RemovalProof {
    private let open: OpenInstall
    /// The records that were to go; nil for all of the contributor's.
    private var expected: Set<RecordName>?
    private var findings: [String] = []
    private var seeds: [Int] = []
    private var intent = WriteIntent()

    /// Clusters are looked at around at most so many records.
    private static let clustered = 20_000
    private static let named = 20

    /// - Parameter names: the records that were to go; nil for all of the contributor's.
    /// - Throws: `RemovalFailure` where anything else went, or not all; what reading throws.
    public static func prove(_ open: OpenInstall, _ names: [RecordName]?) throws {
        var proof = RemovalProof(open: open, expected: names.map { Set($0) })
        try proof.compareRecords()
        try proof.compareSums()
        try proof.compareRows()
        try proof.compareClusters()
        if let first = proof.findings.first {
            throw RemovalFailure(contributor: open.submission.contributor, finding: first)
        }
    }

    private init(open: OpenInstall, expected: Set<RecordName>?) { (self.open, self.expected) = (open, expected) }

    private mutating func add(_ finding: String) { if findings.count < Self.named { findings.append(finding) } }

    private mutating func compareRecords() throws {
        let (transaction, symbol) = (open.transaction, open.submission.contributor)
        let version = transaction.version
        let every = max(1, (version.counts.deleted + version.counts.absent) / Self.clustered)
        var count = 0
        try transaction.forEachChange(of: version.id, Set(CatalogChange.Action.allCases)) { change in
            count += 1
            let identity = RecordIdentity(contributor: symbol, controlNumber: change.controlNumber)
            let name = RecordName(identity, kind: change.kind)
            guard change.action == .deleted || change.action == .absent else {
                return add("\(name) was \(change.action.rawValue), and nothing was to be but taken out")
            }
            if try transaction.image(of: name) != nil { add("\(name) is still there") }
            if expected != nil, expected?.remove(name) == nil { add("\(name) was taken out and was not to be") }
            if count % every == 0, let record = change.record { try addNeighbours(of: record) }
            intent.deletes += 1
            if let record = change.record { intent.records.insert(record) }
        }
        for name in (expected ?? []) where try open.committed.image(of: name) != nil {
            add("\(name) was to be taken out and was not")
        }
    }

    /// Every row that was written is one of the records that were taken out, or of the version itself.
    private mutating func compareRows() throws {
        intent.taken = try open.transaction.sumsOfImagesBefore(open.transaction.version.id)
        for stray in try open.transaction.strayRows(intent, committed: open.committed) {
            add("table \(stray.table): \(stray.message)")
        }
    }

    /// The contributor's rows come to what they came to less what was taken out, everybody else's to what they come to.
    private mutating func compareSums() throws {
        let version = open.transaction.version
        let (before, after) = (try open.committed.sums(), try open.transaction.sums())
        var own = version.sumsBefore
        own -= try open.transaction.sumsOfImagesBefore(version.id)
        let found = after[version.contributor] ?? TableSums()
        if own != found { add("the contributor's rows come to another sum than what was taken out leaves") }
        if expected == nil, found.records.rows + found.holdings.rows + found.identifiers.rows > 0 {
            add("\(found.records.rows) records and \(found.holdings.rows) holdings of the contributor are left")
        }
        for contributor in Set(before.keys).union(after.keys).sorted() where contributor != version.contributor {
            if before[contributor] != after[contributor] {
                add("the rows of contributor \(contributor) come to another sum, although they are not concerned")
            }
        }
        if !version.counts.balance { add("the books do not balance: \(version.counts)") }
        let orphans = try open.transaction.countOrphans(of: version.id)
        if orphans.holdings + orphans.identifiers > 0 {
            add("\(orphans.holdings) holdings and \(orphans.identifiers) identifiers are left of records that are gone")
        }
    }

    /// Whoever shared a key with a record that is gone.
    private mutating func addNeighbours(of record: Int) throws {
        guard let limit = open.transaction.matchRules?.limit, let now = try open.transaction.clusters(),
            let facts = try open.committed.clusters()?.facts(of: record)
        else { return }
        for key in facts.keys { seeds += try now.bearers(of: key, most: limit) }
    }

    private mutating func compareClusters() throws {
        guard let rules = open.transaction.matchRules, let clusters = try open.transaction.clusters() else { return }
        let region = try ClusterRegion(around: seeds, open.transaction, clusters, limit: rules.limit)
        for (member, expected) in PlainClusters(region.members, ignored: region.ignored, rules: rules).differences() {
            add("\(member.identity) belongs to the cluster of \(expected), and the database has it in another")
        }
    }
}

/// A removal that did not take out what it was to take out, so that nothing was.
public struct RemovalFailure: Error, Sendable, CustomStringConvertible {
    public let contributor: String
    public let finding: String

    public var description: String {
        """
        taking out records of \(contributor) did more or less than it was to do, and nothing was taken out: \(finding); \
        holdfast audit says whether rows were altered behind Holdfast's back
        """
    }
}
