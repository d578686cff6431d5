public import MARC
public import Update

/// What a store has to know of a client's match rules: whatever they say, a record comes to keys.
public protocol ClusterRules: Sendable {
    /// The rules as text, kept in the database with the clusters that were made by them.
    var text: String { get }
    /// A key borne by more records than this is ignored.
    var limit: Int { get }
    /// Symbols of contributors, those first whose records are to be masters.
    var priority: [String] { get }
    /// The kinds of numbers that match points use: where they agree and the records are in different clusters, the match
    /// is doubtful.
    var numbers: [RecordKey] { get }

    /// What makes keys; used by one thread.
    func makeWriter() -> any MatchFactWriter
}

/// Makes what matching has to know of one record after another.
public protocol MatchFactWriter: AnyObject {
    /// Appends what is known of `record` to `columns` as their next record.
    func append(_ record: RecordView, to columns: inout MatchColumns)
}

/// How a client's records are matched.
public struct ClusterMatching: Sendable {
    /// The client's rules; nil where its records are not matched.
    public var rules: (any ClusterRules)?
    /// Reads rules that a database keeps.
    public var read: @Sendable (String) throws -> any ClusterRules

    public init(rules: (any ClusterRules)?, read: @escaping @Sendable (String) throws -> any ClusterRules) {
        self.rules = rules
        self.read = read
    }

    /// No matching at all.
    public static let none = ClusterMatching(rules: nil) { _ in
        throw CatalogRefusal("the database was matched by rules that this program was not given the means to read")
    }
}
