public import MARC
internal import Update

/// What people ask of a client database.
public protocol CatalogQuestions: AnyObject {
    /// Every contributor that has ever installed anything, in the order of their symbols.
    func contributors() throws -> [CatalogContributor]
    /// The number of a contributor's bibliographic record; nil where it is not held.
    func record(of contributor: String, controlNumber: String) throws -> Int?
    /// Whose record that is; nil where there is none of that number.
    func identity(of record: Int) throws -> RecordIdentity?
    /// Whose records those are; without those of which there is none.
    func identities(of records: [Int]) throws -> [Int: RecordIdentity]
    /// A record with what is shown of it; nil where there is none of that number.
    func heldRecord(_ record: Int) throws -> HeldRecord?
    /// The records that hold all of some words in title, authors or subjects, the best first.
    func search(_ words: [String], most: Int) throws -> [Int]

    /// The records of that identity, one a kind at most.
    func standing(_ identity: RecordIdentity) throws -> [StandingRecord]
    /// The record of that name; nil where it is not held.
    func image(of name: RecordName) throws -> RecordImage?
    /// Every version that stands, the oldest first, without the texts that are kept with it.
    func versions() throws -> [CatalogVersion]
    /// What versions did to the records of a contributor that have a control number, of whatever kind, the oldest first.
    func changes(of contributor: String, controlNumber: String) throws -> [(version: Int, change: CatalogChange)]
    /// Every record that stood after a version, by contributor, control number and kind.
    ///
    /// - Parameters:
    ///   - contributor: a symbol; nil for all.
    ///   - version: 0 for before the first; nil for now.
    func forEachRecord(of contributor: String?, after version: Int?, _ body: (RecordName, RecordImage) throws -> Void)
        throws
    /// Every record that stood otherwise after one version than after another, by contributor, control number and kind.
    ///
    /// - Parameters:
    ///   - earlier: 0 for before the first.
    ///   - later: not below `earlier`.
    func forEachDifference(from earlier: Int, to later: Int, _ body: (RecordDifference) throws -> Void) throws
    /// The holdings of a record, in their order, then those of the holdings records that belong to it, as pairs of a column's
    /// name and its value; those without a value are left out.
    func holdings(of record: Int) throws -> [[(column: String, value: String)]]
}

extension CatalogQuestions {
    /// Where the holdings of a record are found: `x` with the record's number and those of the holdings records of the same
    /// contributor that belong to it.
    ///
    /// - Parameters:
    ///   - record: how the record's number stands in SQL.
    ///   - identifiers: the condition that holds for the identifiers `i` of such holdings records.
    static func holdingsRecords(of record: String, where identifiers: (_ type: String, _ value: String) -> String)
        -> String
    {
        """
        (select \(record) as id union select h.id from record b join identifier i
            on \(identifiers("'\(RecordKey.belongsTo.name)'", "b.control_number"))
            join record h on h.id = i.record and h.contributor = b.contributor
            where b.id = \(record) and b.kind = 'bibliographic' and h.kind = 'holdings') x
        """
    }

    /// The columns of a holding that have a value, named as in a profile.
    static func columns(_ value: (Int) -> String?) -> [(column: String, value: String)] {
        HoldingsMap.Column.allCases.compactMap { column in value(column.rawValue).map { (column.key, $0) } }
    }

    /// One question after another, where a question costs little.
    public func identities(of records: [Int]) throws -> [Int: RecordIdentity] {
        var found: [Int: RecordIdentity] = [:]
        for record in records { found[record] = try identity(of: record) }
        return found
    }
}

/// A contributor as the database knows it.
public struct CatalogContributor: Sendable, Equatable {
    public var id: Int
    public var symbol: String
    public var name: String
}

/// Whose record something is.
public struct RecordIdentity: Sendable, Equatable, Hashable {
    /// The contributor's symbol.
    public var contributor: String
    public var controlNumber: String

    public init(contributor: String, controlNumber: String) {
        self.contributor = contributor
        self.controlNumber = controlNumber
    }
}

extension RecordIdentity: Comparable, CustomStringConvertible {
    /// By symbol, then by control number, byte by byte.
    public static func < (left: RecordIdentity, right: RecordIdentity) -> Bool {
        left.contributor != right.contributor
            ? left.contributor.utf8.lexicographicallyPrecedes(right.contributor.utf8)
            : left.controlNumber.utf8.lexicographicallyPrecedes(right.controlNumber.utf8)
    }

    /// `CONTRIBUTOR/CONTROL-NUMBER`
    public var description: String { "\(contributor)/\(controlNumber)" }
}

/// A record that stands in the database.
public struct StandingRecord: Sendable, Equatable {
    /// The database's number of it.
    public var id: Int
    /// `bibliographic`, `holdings` or `authority`.
    public var kind: String
    /// The version that wrote it.
    public var version: Int
}

/// A record as the database holds it.
public struct HeldRecord: Sendable {
    public var identity: RecordIdentity
    public var title: String
    public var author: String
    /// The record itself; nil where its stored form cannot be read.
    public var record: Record?
}
