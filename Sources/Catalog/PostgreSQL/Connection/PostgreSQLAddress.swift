internal import CLibPQ

/// Where a client database in PostgreSQL is: the server's address and the schema.
///
/// ```
/// postgres://holdfast@db.example.org/union                  the schema is named after the client
/// postgres://holdfast@db.example.org/union?schema=coast     another schema
/// postgres:///union?host=/run/postgresql                    a socket of this machine
/// ```
public struct PostgreSQLAddress: Sendable, Equatable {
    /// What libpq is given.
    let url: String
    public let schema: String
    /// For messages: the address up to its options, and the schema.
    public let name: String

    /// Whether `text` is meant as the address of a PostgreSQL server.
    public static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// - Parameters:
    ///   - text: as libpq takes it, with `schema` among its options.
    ///   - schema: where the address names none.
    /// - Throws: `CatalogRefusal` where it is no address, names no schema that can be, or holds a password.
    public init(_ text: String, schema client: String) throws(CatalogRefusal) {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = halves.count > 1 ? halves[1].split(separator: "&") : []
        let others = options.filter { !$0.hasPrefix("schema=") }
        schema = options.first { $0.hasPrefix("schema=") }.map { String($0.dropFirst(7)) } ?? client
        url = others.isEmpty ? String(halves[0]) : "\(halves[0])?\(others.joined(separator: "&"))"
        guard Self.isName(schema) else {
            throw CatalogRefusal(
                "a schema has 1 to 63 letters, digits, - and _, found '\(schema)'; name another with ?schema=NAME")
        }
        name = "\(Self.withoutPassword(halves[0])) schema \(schema)"
        try Self.check(url)
    }

    /// The name as SQL has it.
    var quotedSchema: String { "\"\(schema)\"" }

    private static func isName(_ text: String) -> Bool {
        (1...63).contains(text.utf8.count) && !text.hasPrefix("pg_")
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
    }

    private static func withoutPassword(_ address: Substring) -> String {
        guard let at = address.lastIndex(of: "@"), let slashes = address.firstRange(of: "://") else {
            return String(address)
        }
        let user = address[slashes.upperBound..<at].prefix { $0 != ":" }
        return "\(address[..<slashes.upperBound])\(user)\(address[at...])"
    }

    private static func check(_ url: String) throws(CatalogRefusal) {
        var words: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &words) else {
            let cause = words.map { String(cString: $0) } ?? "no memory"
            PQfreemem(words)
            throw CatalogRefusal("it is no address that PostgreSQL's library takes: \(cause.filter { $0 != "\n" })")
        }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if String(cString: keyword) == "password", option.pointee.val != nil {
                throw CatalogRefusal(
                    """
                    a password does not stand in a file of the workspace; leave it out and give it in the environment as \
                    PGPASSWORD, or in a password file that passfile=PATH or PGPASSFILE names
                    """)
            }
            option += 1
        }
    }
}
