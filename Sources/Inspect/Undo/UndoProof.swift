public import Catalog
internal import MARC
internal import Update

/// Proves an undo on its open transaction: every record that the version touched stands again as it stood before, nothing
/// else changed, and a sample of what came back is found by those who search for it.
public struct UndoProof {
    private let open: OpenUndo
    /// Records are searched for at most, and clusters looked at around at most so many.
    private static let searched = 200
    private static let clustered = 20_000
    /// So many findings are named.
    private static let named = 20

    private var findings: [String] = []
    private var seeds: [Int] = []

    /// - Throws: `UndoFailure` where the database is not as it was before the version; what reading it throws.
    public static func prove(_ open: OpenUndo) throws {
        var proof = UndoProof(open)
        try proof.compareRecords()
        try proof.compareSums()
        try proof.compareClusters()
        if !proof.findings.isEmpty { throw UndoFailure(version: open.version.id, findings: proof.findings) }
    }

    private init(_ open: OpenUndo) { self.open = open }

    private mutating func add(_ finding: String) { if findings.count < Self.named { findings.append(finding) } }

    /// What the version's images say of each record is what stands there now.
    private mutating func compareRecords() throws {
        let (version, counts) = (open.version.id, open.version.counts)
        let step = max(1, (counts.replaced + counts.deleted + counts.absent) / Self.searched)
        let every = max(1, (counts.added + counts.replaced + counts.deleted + counts.absent) / Self.clustered)
        var (count, touched) = (0, 0)
        try open.committed.forEachDifference(from: version - 1, to: version) { difference in
            let name = difference.name
            touched += 1
            if touched % every == 0, open.rules != nil { try addSeeds(of: name) }
            guard let before = difference.before else {
                if try open.reading.image(of: name) != nil { add("\(name) is still there, and was not before") }
                return
            }
            if try open.reading.image(of: name) != before { add("\(name) is not as it was before") }
            count += 1
            if count % step == 0 { try search(for: name) }
        }
    }

    private mutating func search(for name: RecordName) throws {
        guard name.kind == RecordKind.bibliographic.name,
            let record = try open.reading.record(
                of: name.identity.contributor, controlNumber: name.identity.controlNumber),
            let held = try open.reading.heldRecord(record)
        else { return }
        for (field, text) in [(SearchField.title, held.title), (.author, held.author)] {
            let words = KnownItemsAreFound.firstWords(of: text)
            if !words.isEmpty, try !open.reading.finds(words, in: field, record: record) {
                add("a search for \"\(words)\" in \(field.rawValue) does not find \(name)")
            }
        }
    }

    /// The contributor's rows come to what they came to before, everybody else's to what they come to.
    private mutating func compareSums() throws {
        let (before, after) = (try open.committed.sums(), try open.reading.sums())
        let own = open.version.contributor
        if (after[own] ?? TableSums()) != open.version.sumsBefore { add("the contributor's rows come to another sum") }
        for contributor in Set(before.keys).union(after.keys).sorted() where contributor != own {
            if before[contributor] != after[contributor] {
                add("the rows of contributor \(contributor) come to another sum, although they are not concerned")
            }
        }
        if try open.reading.version(open.version.id) != nil { add("the version is still there") }
    }

    /// The record now, and whoever it shared a key with.
    private mutating func addSeeds(of name: RecordName) throws {
        guard name.kind == RecordKind.bibliographic.name else { return }
        let (contributor, number) = (name.identity.contributor, name.identity.controlNumber)
        if let record = try open.reading.record(of: contributor, controlNumber: number) { seeds.append(record) }
        guard let limit = open.rules?.limit, let now = try open.reading.clusters(),
            let record = try open.committed.record(of: contributor, controlNumber: number),
            let facts = try open.committed.clusters()?.facts(of: record)
        else { return }
        for key in facts.keys { seeds += try now.bearers(of: key, most: limit) }
    }

    private mutating func compareClusters() throws {
        guard let rules = open.rules, let clusters = try open.reading.clusters() else { return }
        let region = try ClusterRegion(around: seeds, open.reading, clusters, limit: rules.limit)
        for (member, expected) in PlainClusters(region.members, ignored: region.ignored, rules: rules).differences() {
            add("\(member.identity) belongs to the cluster of \(expected), and the database has it in another")
        }
    }
}

/// An undo that did not restore the database, so that nothing was undone.
public struct UndoFailure: Error, Sendable, CustomStringConvertible {
    public let version: Int
    /// As sentences; the first twenty.
    public let findings: [String]

    public var description: String {
        """
        undoing version \(version) would not restore the database, and nothing was undone: \
        \(findings.first ?? ""); holdfast audit says whether rows were altered behind Holdfast's back
        """
    }
}
