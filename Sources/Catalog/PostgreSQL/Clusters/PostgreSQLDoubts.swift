/// What is to be put on the review list and taken off it, gathered. What is taken off goes first: within one settling nothing
/// is taken off that was put there before.
struct PostgreSQLDoubts {
    private var added: (kinds: [String], evidence: [String], records: [Int]) = ([], [], [])
    private var removed: (kinds: [String], evidence: [String]) = ([], [])
    private var removedOfRecords: (kinds: [String], records: [Int]) = ([], [])

    private static let most = 20_000

    var isMuch: Bool { added.records.count >= Self.most }

    mutating func add(_ kind: ClusterDoubt.Kind, _ evidence: String, _ record: Int) {
        added.kinds.append(kind.rawValue)
        added.evidence.append(evidence)
        added.records.append(record)
    }

    mutating func remove(_ kind: ClusterDoubt.Kind, _ evidence: String) {
        removed.kinds.append(kind.rawValue)
        removed.evidence.append(evidence)
    }

    mutating func remove(_ kind: ClusterDoubt.Kind, ofRecord record: Int) {
        removedOfRecords.kinds.append(kind.rawValue)
        removedOfRecords.records.append(record)
    }

    mutating func send(to connection: PostgreSQLConnection) throws(CatalogError) {
        if !removedOfRecords.records.isEmpty {
            try connection.query(
                """
                delete from review v using unnest($1::text[], $2::bigint[]) n(kind, record)
                where v.record = n.record and v.kind = n.kind
                """, [.texts(removedOfRecords.kinds), .ints(removedOfRecords.records)])
        }
        if !removed.kinds.isEmpty {
            try connection.query(
                """
                delete from review v using unnest($1::text[], $2::text[]) n(kind, evidence)
                where v.kind = n.kind and md5(v.evidence) = md5(n.evidence) and v.evidence = n.evidence
                """, [.texts(removed.kinds), .texts(removed.evidence)])
        }
        if !added.records.isEmpty {
            try connection.query(
                """
                insert into review(kind, evidence, record)
                select distinct * from unnest($1::text[], $2::text[], $3::bigint[]) on conflict do nothing
                """, [.texts(added.kinds), .texts(added.evidence), .ints(added.records)])
        }
        self = PostgreSQLDoubts()
    }
}
