public import Catalog

/// A title found: what patrons see of a cluster.
public struct SearchResult: Sendable, Encodable {
    /// The master, `CONTRIBUTOR/CONTROL-NUMBER`.
    public let record: String
    public let title: String
    public let author: String
    /// The contributors that hold it.
    public let contributors: [String]

    /// The titles that hold all words, the best first, each cluster once.
    public static func find(_ text: String, most: Int, in reading: any CatalogReading) throws -> [SearchResult] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let clusters = try reading.clusters()
        var seen = Set<Int>()
        var results: [SearchResult] = []
        // Several records of one cluster may be found: ask for some more.
        for record in try reading.search(words, most: most * 8) where results.count < most {
            let members = try clusters?.cluster(of: record) ?? []
            let master = members.first ?? record
            guard seen.insert(master).inserted, let held = try reading.heldRecord(master) else { continue }
            let holders = try members.compactMap { try reading.identity(of: $0)?.contributor }
            results.append(
                SearchResult(
                    record: held.identity.description, title: held.title, author: held.author,
                    contributors: holders.isEmpty ? [held.identity.contributor] : Set(holders).sorted()))
        }
        return results
    }

    /// The result for people; the slash with which many titles end stands once.
    public var line: String {
        let name = title.hasSuffix(" /") ? title.dropLast(2) : title[...]
        return "\(record)  \(name)" + (author.isEmpty ? "" : " / \(author)")
            + (contributors.count > 1 ? "  (\(contributors.joined(separator: ", ")))" : "")
    }
}
