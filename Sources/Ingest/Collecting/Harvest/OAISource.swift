public import Transfer

/// An OAI-PMH repository that a contributor's records are harvested from.
public struct OAISource: Sendable, Equatable {
    /// The base address, to which requests are added.
    public var address: Address
    /// The form in which records are asked for: `marc21` or `marcxml`.
    public var prefix: String
    /// The sets that are harvested, one after another; empty for everything.
    public var sets: [String]
    /// Nothing that was changed before this day is asked for, `2020-01-01`; nil for no limit.
    public var from: String?
    /// Nothing that was changed after this day is asked for; nil for no limit.
    public var until: String?
    public var connection: Connection
    public var retries: RetryPlan

    public init(
        _ address: Address, prefix: String = "marc21", sets: [String] = [], from: String? = nil, until: String? = nil,
        connection: Connection = Connection(), retries: RetryPlan = RetryPlan()
    ) {
        (self.address, self.prefix, self.sets) = (address, prefix, sets)
        (self.from, self.until) = (from, until)
        (self.connection, self.retries) = (connection, retries)
    }

    /// The prefixes under which repositories give MARC 21 in XML.
    public static let prefixes = ["marc21", "marcxml"]

    /// The lists to be harvested: a set each, or everything.
    var lists: [String?] { sets.isEmpty ? [nil] : sets }

    /// By what a list is known from one harvest to the next.
    func name(of list: String?) -> String { "\(address.text) \(prefix) \(list ?? "")" }

    /// Asks what the repository is.
    var identify: Address { address.asking([("verb", "Identify")]) }

    /// Asks for a list from its start.
    ///
    /// - Parameter from: in the repository's granularity; nil for the beginning.
    func request(_ list: String?, from: String?, granularity: String) -> Address {
        var query = [("verb", "ListRecords"), ("metadataPrefix", prefix)]
        if let list { query.append(("set", list)) }
        if let from { query.append(("from", OAIDate.text(from, granularity))) }
        if let until { query.append(("until", OAIDate.text(until, granularity, isEnd: true))) }
        return address.asking(query)
    }

    /// Asks for the part of a list that a token stands for.
    func request(token: String) -> Address {
        address.asking([("verb", "ListRecords"), ("resumptionToken", token)])
    }
}

/// Where a contributor's deliveries come from.
public enum ContributorSource: Sendable, Equatable {
    case files(FileSource)
    case harvest(OAISource)

    public var address: Address {
        switch self {
        case .files(let source): source.address
        case .harvest(let source): source.address
        }
    }

    /// Whether each delivery holds only what has changed since the one before, so that a later one cannot take its place.
    public var isCumulative: Bool {
        switch self {
        case .files: false
        case .harvest: true
        }
    }
}

/// Dates as OAI-PMH has them: `2026-11-25` or `2026-11-25T18:00:04Z`.
///
/// Source: OAI-PMH 2.0, 3.3.
public enum OAIDate {
    /// A day, or an instant in UTC to the second.
    public static func isOne(_ text: String) -> Bool {
        let form = text.utf8.map { $0 &- 0x30 < 10 ? UInt8(ascii: "0") : $0 }
        return form.elementsEqual("0000-00-00".utf8) || form.elementsEqual("0000-00-00T00:00:00Z".utf8)
    }

    /// The date in the granularity that the repository names.
    ///
    /// - Parameter isEnd: a day then ends with its last second.
    static func text(_ date: String, _ granularity: String, isEnd: Bool = false) -> String {
        if !granularity.hasSuffix("Z") { return String(date.prefix(10)) }
        return date.utf8.count > 10 ? date : date + (isEnd ? "T23:59:59Z" : "T00:00:00Z")
    }

    /// The later of two dates that may be days or instants.
    static func later(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return one ?? other }
        return text(one, "Z") < text(other, "Z") ? other : one
    }
}
