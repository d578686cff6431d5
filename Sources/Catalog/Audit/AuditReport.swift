public import MARC
public import Update

/// A row, an index or a sum that is not as Holdfast has left it.
public struct AuditFinding: Sendable, Equatable, Encodable {
    /// The table, or `file`, `index` or `schema`.
    public let table: String
    /// Which row: `lib1/4711`, `version 3`, `lib1`.
    public let row: String
    /// What was found and what was expected.
    public let message: String
}

/// What an audit has read, and what it found.
public struct AuditReport: Sendable, Equatable, Encodable {
    /// Rows that were read, by table.
    public internal(set) var rows: [String: Int] = [:]
    /// In the order in which they were found.
    public private(set) var findings: [AuditFinding] = []
    /// Findings beyond those that are listed.
    public private(set) var unlisted = 0
    /// Versions that were made before their rows were sealed, so that nobody can say whether these were altered.
    public internal(set) var unsealed = 0

    /// True where everything is as Holdfast has left it.
    public var isSound: Bool { findings.isEmpty }

    private static let listed = 10_000

    mutating func add(_ table: String, _ row: String, _ message: String) {
        guard findings.count < Self.listed else {
            unlisted += 1
            return
        }
        findings.append(AuditFinding(table: table, row: row, message: message))
    }

    mutating func read(_ table: String, _ count: Int = 1) { rows[table, default: 0] += count }
}

/// What rows are made of beside the records: as profiles have it now.
public struct AuditProfiles {
    /// nil where nobody can say.
    public var identifiers: IdentifierFinder?
    /// By contributor; one without has them where the standard does.
    public var holdings: [String: HoldingsMap]

    public init(identifiers: IdentifierFinder?, holdings: [String: HoldingsMap] = [:]) {
        self.identifiers = identifiers
        self.holdings = holdings
    }
}

/// The identifiers that validate finds in a record of a contributor, which is named by its symbol.
public typealias IdentifierFinder = (_ record: RecordView, _ contributor: String) -> [(type: RecordKey, value: [UInt8])]
