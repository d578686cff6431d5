/// How much of a submission may be amiss before a person must look. A limit is a share in percent together with a number
/// below which the share does not matter, so that two rejects of three records hold nothing.
public struct GateLimits: Sendable, Equatable {
    /// A share and a floor.
    public struct Limit: Sendable, Equatable {
        /// 0 to 100.
        public var percent: Double
        /// The gate stays open up to this number of records, whatever the share.
        public var atLeast: Int

        public init(percent: Double, atLeast: Int) {
            self.percent = percent
            self.atLeast = atLeast
        }
    }

    /// Rejected records among those that came in.
    public var rejects: Limit?
    /// Explicit deletes that are held, among the contributor's records in the database.
    public var deletes: Limit?
    /// Records deleted by absence from a full load, among the contributor's records in the database.
    public var absent: Limit?

    public init(rejects: Limit? = nil, deletes: Limit? = nil, absent: Limit? = nil) {
        self.rejects = rejects
        self.deletes = deletes
        self.absent = absent
    }

    /// Where neither profile nor pipeline says otherwise.
    public static let standard = GateLimits(
        rejects: Limit(percent: 10, atLeast: 20), deletes: Limit(percent: 10, atLeast: 50),
        absent: Limit(percent: 10, atLeast: 50))

    /// These limits, and those of `other` where these have none.
    public func completed(by other: GateLimits) -> GateLimits {
        GateLimits(
            rejects: rejects ?? other.rejects, deletes: deletes ?? other.deletes, absent: absent ?? other.absent)
    }

    init(_ map: YAMLMap?) {
        guard let map else { return }
        rejects = Self.limit(map.map("rejects"))
        deletes = Self.limit(map.map("deletes"))
        absent = Self.limit(map.map("absent"))
        map.finish()
    }

    private static func limit(_ map: YAMLMap?) -> Limit? {
        guard let map else { return nil }
        defer { map.finish() }
        guard let percent = map.number("percent", in: 0...100) else {
            if !map.names.contains("percent") { map.problem(at: "percent", "the key 'percent' is missing") }
            return nil
        }
        return Limit(percent: percent, atLeast: map.integer("at-least", in: 0...1_000_000_000) ?? 0)
    }

    var text: String {
        [("rejects", rejects), ("deletes", deletes), ("absent", absent)].compactMap { name, limit in
            limit.map { "\(name) \($0.percent)% at least \($0.atLeast)" }
        }.joined(separator: ", ")
    }
}
