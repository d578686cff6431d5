public import Catalog
internal import MARC

/// What stands in a client's database under one identity.
public struct RecordStanding: Sendable, Encodable {
    /// `bibliographic`, `holdings` or `authority`.
    public let kind: String
    /// The version that wrote it.
    public let version: Int
    public let title: String
    /// The record that patrons see for it; nil where records are not matched.
    public let master: String?
    /// The records of its cluster, the master first; none where records are not matched.
    public let cluster: [String]
    /// The columns of each holding that have a value.
    public let holdings: [[String: String]]
    /// As in `=245  10$aTitle /`; none where the stored form cannot be read.
    public let fields: [String]

    /// Everything that stands under `identity`, one record a kind at most.
    public static func find(_ identity: RecordIdentity, in reading: any CatalogReading) throws -> [RecordStanding] {
        try reading.standing(identity).map { try RecordStanding($0, in: reading) }
    }

    private init(_ standing: StandingRecord, in reading: any CatalogReading) throws {
        let held = try reading.heldRecord(standing.id)
        (kind, version, title) = (standing.kind, standing.version, held?.title ?? "")
        cluster =
            try reading.clusters()?.cluster(of: standing.id).compactMap {
                try reading.identity(of: $0)?.description
            } ?? []
        master = cluster.first
        holdings = try reading.holdings(of: standing.id).map { columns in
            Dictionary(columns.map { ($0.column, $0.value) }) { first, _ in first }
        }
        fields = held?.record?.withView { RecordLines.lines($0) } ?? []
    }

    /// The standing for people.
    public var lines: [String] {
        var lines = ["\(kind) record, written by version \(version)  \(title)"]
        if let master {
            lines.append("  seen as \(master), \(cluster.count) records: \(cluster.joined(separator: ", "))")
        }
        for (number, holding) in holdings.enumerated() {
            let columns = holding.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("  holding \(number + 1): \(columns.joined(separator: "; "))")
        }
        return lines + (fields.isEmpty ? ["  its stored form cannot be read"] : fields.map { "  " + $0 })
    }
}
