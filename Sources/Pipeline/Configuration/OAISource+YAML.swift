internal import Ingest
internal import Transfer

/// A contributor's `source` in the client's file where it is a repository.
///
/// ```yaml
/// source:
///   oai: https://repository.harbour.example/oai
///   prefix: marc21
///   sets: [books, serials]
/// ```
extension OAISource {
    /// - Returns: nil, with a problem, where the address is missing or no good.
    init?(_ map: YAMLMap) {
        let (address, connection) = (FileSource.address("oai", in: map), Connection(map))
        let prefix = map.word("prefix", among: OAISource.prefixes.map { ($0, $0) })
        let (sets, attempts) = (map.strings("sets"), map.integer("attempts", in: 1...100))
        let (from, until) = (Self.date("from", in: map), Self.date("until", in: map))
        guard let address else { return nil }
        guard address.isWeb else {
            map.problem(at: "oai", "'oai' expects an address that begins with https:// or http://")
            return nil
        }
        self.init(address, prefix: prefix ?? "marc21", sets: sets, from: from, until: until, connection: connection)
        retries.attempts = attempts ?? retries.attempts
        connection.check(for: address, map)
    }

    private static func date(_ key: String, in map: YAMLMap) -> String? {
        guard let text = map.string(key) else { return nil }
        if OAIDate.isOne(text) { return text }
        map.problem(at: key, "'\(key)' expects a day as in 2026-01-31, found '\(text)'")
        return nil
    }
}

/// Days and instants as commands take them for harvests.
public enum HarvestDate {
    /// `2026-01-31`, or `2026-01-31T18:00:00Z`.
    public static func isOne(_ text: String) -> Bool { OAIDate.isOne(text) }
}
