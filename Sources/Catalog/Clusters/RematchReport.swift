/// What a rematch did.
public struct RematchReport: Sendable, Equatable, Codable {
    /// The version that it made.
    public var version: Int
    /// The rules before; nil where records were not matched.
    public var rulesBefore: String?
    /// The rules now; nil where records are no longer matched.
    public var rules: String?
    /// Records that are matched.
    public var records = 0
    public var clustersBefore = 0
    public var clusters = 0
    public var changes = ClusterChanges()

    public init(version: Int, rulesBefore: String?, rules: String?) {
        self.version = version
        self.rulesBefore = rulesBefore
        self.rules = rules
    }
}
