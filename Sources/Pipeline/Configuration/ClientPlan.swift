internal import Catalog
public import Ingest
public import Install

/// A client: its database and who contributes to it. `clients/NAME.yaml`.
public struct ClientPlan: Sendable, Equatable {
    /// A contributor as the client's file names it.
    public struct Contributor: Sendable, Equatable {
        /// The library's symbol, which is also the name of its drop folder.
        public var symbol: String
        /// The library's name for people.
        public var name: String
        /// The name of its profile.
        public var profile: String
        /// Where its notices go; nil where nobody wants any.
        public var contact: String?
        /// Where its deliveries are fetched from; nil where it brings them to the drop folder itself.
        public var source: ContributorSource?
        /// When it delivers, by pipeline; nothing is said of pipelines that are not named.
        public var expects: [String: ExpectedDelivery] = [:]
    }

    /// The file's name without its ending.
    public var name: String
    /// The consortium's name for people.
    public var title: String
    /// The database file, relative to the workspace, or `postgres://…`: the address of a server's database.
    public var database: String
    /// In the order of their symbols.
    public var contributors: [Contributor]
    /// How its records are matched; nil where they are not.
    public var match: MatchRuleSet?

    init(name: String, file: String, text: String, problems: ProblemList) {
        self.name = name
        let map = YAMLMap(file: file, text: text, problems: problems)
        title = map.string("title") ?? name
        database = map.string("database") ?? "databases/\(name).sqlite"
        Self.check(database, name, map)
        contributors = []
        if let list = map.map("contributors") {
            for symbol in list.names {
                guard Self.isSymbol(symbol) else {
                    list.problem(
                        at: symbol, "a contributor's symbol has letters, digits, - and _ only, found '\(symbol)'")
                    continue
                }
                guard let entry = list.map(symbol) else { continue }
                contributors.append(
                    Contributor(
                        symbol: symbol, name: entry.string("name") ?? symbol, profile: entry.requiredString("profile"),
                        contact: entry.string("contact"), source: Self.source(of: entry),
                        expects: ExpectedDelivery.calendar(in: entry)))
                entry.finish()
            }
        } else if !map.names.contains("contributors") {
            map.problem(at: "contributors", "the key 'contributors' is missing; expected symbols, each with a profile")
        }
        contributors.sort { $0.symbol < $1.symbol }
        match = Self.matchRules(in: map)
        for symbol in match?.priority ?? [] where !contributors.contains(where: { $0.symbol == symbol }) {
            map.problem(at: "priority", "'priority' names '\(symbol)', which is no contributor of this client")
        }
        map.finish()
    }

    private static func check(_ database: String, _ name: String, _ map: YAMLMap) {
        if PostgreSQLAddress.isAddress(database) {
            do { _ = try PostgreSQLAddress(database, schema: name) } catch {
                map.problem(at: "database", "'database' cannot be used: \(error)")
            }
        } else if database.contains("://") {
            map.problem(
                at: "database", "'database' expects the path of a file, or postgres://…, found '\(database)'")
        }
    }

    private static func source(of entry: YAMLMap) -> ContributorSource? {
        guard let map = entry.map("source") else { return nil }
        defer { map.finish() }
        if map.names.contains("oai") { return OAISource(map).map { .harvest($0) } }
        return FileSource(map).map { .files($0) }
    }

    /// Letters, digits, `-` and `_`, not at the start of a hidden file: safe as the name of a folder.
    static func isSymbol(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
    }
}
