public import Catalog

/// A doubtful match as people and programs read it.
public struct MatchReviewEntry: Sendable, Encodable {
    /// A record concerned.
    public struct Record: Sendable, Encodable {
        /// `CONTRIBUTOR/CONTROL-NUMBER`
        public let record: String
        public let title: String
        /// The record that patrons see for it.
        public let master: String
    }

    /// `number-agrees`, `title-differs`, `oclc-differs`, `number-common` or `key-common`.
    public let kind: String
    /// The number, as in `isbn 9780156949606`, the master, as in `lib1/4711`, or the key's text.
    public let evidence: String
    /// The records concerned; some of them where they are more than the limit.
    public let records: [Record]

    /// Every doubt of a client in which a contributor has a record; of all contributors where none is named. What too
    /// many records bear counts for those that are named.
    public static func forEach(
        in reading: any CatalogReading, contributor: String?, _ body: (MatchReviewEntry) throws -> Void
    ) throws {
        guard let clusters = try reading.clusters() else { return }
        try clusters.forEachDoubt { doubt in
            let records = try doubt.records.compactMap { id -> Record? in
                guard let held = try reading.heldRecord(id) else { return nil }
                let master = try clusters.master(of: id).flatMap { try reading.identity(of: $0) }
                return Record(
                    record: held.identity.description, title: held.title,
                    master: master?.description ?? held.identity.description)
            }
            if let contributor, !records.contains(where: { $0.record.hasPrefix(contributor + "/") }) { return }
            try body(MatchReviewEntry(kind: doubt.kind.rawValue, evidence: doubt.evidence, records: records))
        }
    }

    /// The entry for people, a record a line.
    public var lines: [String] {
        let reason =
            switch ClusterDoubt.Kind(rawValue: kind) {
            case .numberAgrees: "\(evidence) agrees, and the records are in different clusters"
            case .titleDiffers: "titles of one cluster differ; patrons see these records as one title"
            case .oclcDiffers: "the records match, and have different OCLC numbers"
            case .numberCommon: "\(evidence) is borne by more records than the limit, among them"
            case .keyCommon, nil: "a key that more records bear than the limit is ignored, among them"
            }
        return [reason]
            + records.map {
                "    \($0.record)  \($0.title)" + ($0.master == $0.record ? "" : "  (seen as \($0.master))")
            }
    }
}
