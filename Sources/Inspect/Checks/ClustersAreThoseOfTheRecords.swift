internal import Catalog
internal import MARC
internal import Update

/// The keys of written records are those that the match rules make of them, and the clusters that the submission can have
/// touched are what a plain computation makes of their records. Of a large submission a sample is looked at.
struct ClustersAreThoseOfTheRecords: InspectCheck {
    static let codes = [keysWrong, clusterWrong]
    static let name = "clusters-are-those-of-the-records"
    private(set) var checked = 0
    /// Every so many records of the submission one is looked at.
    private let step: Int
    /// Records written, with what matching should know of them.
    private var written: [(record: Int, facts: MatchFacts)] = []

    private static let sample = 20_000

    static let keysWrong = DefectCode(
        "inspect.match-keys-wrong", .critical, .rolledBack,
        what: "The keys under which a record is matched are not those that the match rules make of it.",
        why: "Patrons would see the title twice, or two titles as one.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "Record 4711 has the ISBN 9780156949606, and the database matches it by 9780312983284.")

    static let clusterWrong = DefectCode(
        "inspect.cluster-wrong", .critical, .rolledBack,
        what: "A record is in another cluster, or has another master, than the records themselves say.",
        why: "Patrons would see the title twice, or two titles as one.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "lib1/4711 and lib2/4711 have the same ISBN and title; the database has them in two clusters.")

    /// - Parameter records: how many the submission has.
    init(records: Int) { step = max(1, records / Self.sample) }

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isKept, pair.isWritten, pair.row.kind == .bibliographic, Int(pair.row.ordinal) % step == 0,
            let id = pair.storedID
        else { return }
        written.append((id, pair.expected.matchFacts(pair.index)))
    }

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        guard let rules = inspection.rules, let clusters = try inspection.reading.clusters() else { return }
        try Self.inParts(written) { part in
            let stored = try clusters.facts(of: part.map(\.record))
            for (record, facts) in part where stored[record]?.facts != facts {
                let name = try inspection.reading.identity(of: record)?.description ?? "\(record)"
                log.report(Self.keysWrong, "the match keys of \(name) are not those that the rules make of it")
            }
        }
        let seeds = written.map(\.record) + (try neighboursLost(inspection, clusters, rules.limit))
        let region = try ClusterRegion(around: seeds, inspection.reading, clusters, limit: rules.limit)
        checked = region.members.count
        let plain = PlainClusters(region.members, ignored: region.ignored, rules: rules)
        for (member, expected) in plain.differences() {
            log.report(
                Self.clusterWrong,
                "\(member.identity) belongs to the cluster of \(expected), and the database has it in another")
        }
    }

    /// The records that shared a key, before, with one that was replaced or deleted.
    private func neighboursLost(_ inspection: Inspection, _ clusters: any ClusterReading, _ limit: Int) throws -> [Int]
    {
        guard let before = try inspection.committed?.clusters() else { return [] }
        var records: [Int] = []
        var count = 0
        try inspection.reading.forEachChange(of: inspection.version.id, [.replaced, .deleted, .absent]) { change in
            count += 1
            guard count % step == 0, let record = change.record else { return }
            records.append(record)
        }
        var keys = Set<MatchKey>()
        try Self.inParts(records) { for (facts, _) in try before.facts(of: $0).values { keys.formUnion(facts.keys) } }
        var bearers: [Int] = []
        try Self.inParts(Array(keys)) { bearers += try clusters.bearers(of: $0, most: limit).values.flatMap { $0 } }
        return bearers
    }

    /// Hands on a list in parts of so many elements as are asked for together.
    private static func inParts<Element>(_ list: [Element], _ body: ([Element]) throws -> Void) rethrows {
        for start in stride(from: 0, to: list.count, by: ClusterRegion.atOnce) {
            try body(Array(list[start..<min(start + ClusterRegion.atOnce, list.count)]))
        }
    }
}
