public import MARC
public import Update

/// A client database, whichever program keeps it. One thread at a time uses a store.
public protocol CatalogStore: AnyObject {
    /// The database as readers see it at this moment: one version, whatever is installed meanwhile.
    func reading() throws -> any CatalogReading

    /// Runs `body` in one transaction that takes the write lock; an error leaves the database as it was.
    ///
    /// - Parameters:
    ///   - input: the checksum of what install reads.
    ///   - replacing: a version that is undone first, in the same transaction; it must be its contributor's newest.
    func install<Result>(
        _ submission: SubmissionFacts, input: String, replacing: Int?, _ body: (any InstallTransaction) throws -> Result
    ) throws -> Result

    /// Undoes the newest version of its contributor exactly, in one transaction.
    ///
    /// - Parameter prove: looks at the database without the version before that is committed; where it throws, nothing is
    ///   undone. A rematch is undone without being looked at.
    /// - Throws: `CatalogRefusal` where a newer version of the same contributor stands on it; what `prove` throws.
    func undo(_ version: Int, _ prove: (OpenUndo) throws -> Void) throws

    /// Removes the images that a contributor's versions up to one have kept, so that they can no longer be undone. The
    /// versions themselves stay, with their counts.
    ///
    /// - Returns: of how many changes.
    func forgetImages(of contributor: Int, upTo version: Int) throws -> Int

    /// Makes all clusters anew by the client's match rules, or takes them away where it has none, as a version of its own
    /// that can be undone.
    ///
    /// - Parameter period: the day, `2026-11-25`, which the version is named after.
    func rematch(period: String) throws -> RematchReport

    /// Reads every row, the whole index and all sums, and names what is not as Holdfast has left it. Changes nothing.
    ///
    /// - Parameters:
    ///   - profiles: what rows are made of beside the records.
    ///   - progress: gets the number of records read so far.
    func audit(_ profiles: AuditProfiles, progress: (Int) -> Void) throws -> AuditReport
}

/// What can be asked of a client database.
public protocol CatalogReading: CatalogQuestions {
    /// The number of the contributor with that symbol; nil where it has never installed anything.
    func contributor(_ symbol: String) throws -> Int?
    /// The contributor's records of those kinds, counted.
    func countRecords(of contributor: Int, kinds: Set<RecordKind>) throws -> Int
    /// What every contributor's rows come to, as the database keeps it.
    func sums() throws -> [Int: TableSums]

    /// Tells for each record of `batch` where it stands and the hash of what stands there; nil where it is not held.
    func forEachHeld(
        _ batch: RowBatch, of contributor: Int, _ body: (_ index: Int, (id: Int, hash: Hash128)?) throws -> Void) throws
    /// The rows that stand under the identities of those records of `batch` for which `isWanted`; empty for the others.
    func stored(_ batch: RowBatch, of contributor: Int, where isWanted: (Int) -> Bool) throws -> StoredRows

    /// The version with that number.
    func version(_ id: Int) throws -> CatalogVersion?
    /// The contributor's newest version.
    func newestVersion(of contributor: String) throws -> CatalogVersion?
    /// The version of the same contributor that came before.
    func version(before version: CatalogVersion) throws -> CatalogVersion?
    /// The newest version of the same contributor that came after.
    func version(after version: CatalogVersion) throws -> CatalogVersion?
    /// The version that was made from the submission of `contributor` for `period` with that checksum.
    func version(forSubmission checksum: String, contributor: String, period: String) throws -> CatalogVersion?
    /// The contributor's newest versions that kept what their submission looked like, the newest first.
    ///
    /// - Parameters:
    ///   - mode: only those of submissions of this mode; nil for any.
    ///   - own: a version to leave out.
    func history(of contributor: String, mode: Mode?, except own: Int?, limit: Int) throws -> [CatalogHistory]
    /// What a version did, in the order in which it did it, for the actions named.
    func forEachChange(of version: Int, _ actions: Set<CatalogChange.Action>, _ body: (CatalogChange) throws -> Void)
        throws
    /// By contributor, up to which version images are no longer kept.
    func forgotten() throws -> [Int: Int]
    /// What a contributor's versions up to one did and is still kept, counted by records.
    func countChanges(of contributor: Int, upTo version: Int) throws -> Int
    /// The control numbers of the contributor's bibliographic records that have no holding of their own and had one before a
    /// version after `version` changed them.
    func forEachWithoutHoldings(
        of contributor: Int, changedSince version: Int, _ body: (_ controlNumber: String) throws -> Void) throws
    /// Lends holdings records of the contributor: those that versions after `version` replaced or deleted, as they were
    /// before; without a version those that stand.
    func forEachHoldingsRecord(of contributor: Int, changedSince version: Int?, _ body: (RecordImage) throws -> Void)
        throws
    /// What the rows came to that a version replaced or deleted.
    func sumsOfImagesBefore(_ version: Int) throws -> TableSums
    /// Rows that hang on records which a version deleted.
    func countOrphans(of version: Int) throws -> (holdings: Int, identifiers: Int)

    /// Whether a search for the words of `phrase`, in their order, in `field` finds the record.
    func finds(_ phrase: String, in field: SearchField, record: Int) throws -> Bool
    /// Whether a search for an identifier finds the record.
    func finds(_ type: RecordKey, _ value: String, record: Int) throws -> Bool

    /// The clusters; nil where the client's records are not matched.
    func clusters() throws -> (any ClusterReading)?
}

/// What full-text search looks in.
public enum SearchField: String, Sendable, CaseIterable {
    case title, author, subject
}

/// An install on its way: the database as it will be, seen by nobody else yet.
public protocol InstallTransaction: CatalogReading {
    /// The version being made, with its counts so far.
    var version: CatalogVersion { get }
    /// True where the contributor holds nothing yet, so that nothing need be looked up.
    var isFirstOfContributor: Bool { get }
    /// The rules by which records are matched; nil where they are not.
    var matchRules: (any ClusterRules)? { get }
    /// What became of the clusters that were there, once settled.
    var clusterChanges: ClusterChanges { get }

    /// Adds, replaces, leaves or deletes the records of the batch as their verdicts say.
    func apply(_ batch: RowBatch) throws
    /// Deletes the contributor's records of those kinds that no record applied so far was about. A rejected record is
    /// about the one it was to replace; one out of scope is about nothing.
    func deleteAbsent(kinds: Set<RecordKind>) throws
    /// Deletes those of these records of the contributor that are held.
    func delete(_ names: [RecordName]) throws
    /// Brings indexes, sums and clusters up to what was written, so that everything can be read.
    func settle() throws
    /// The rows that were written since the transaction began to write the submission, and that are none of those intended;
    /// a thousand of each table at most.
    ///
    /// - Parameter committed: the database as readers see it meanwhile.
    func strayRows(_ intent: WriteIntent, committed: any CatalogReading) throws -> [StrayRow]
    /// Keeps install's and inspect's texts with the version.
    func keep(summary: String, verdict: String) throws
}

/// What inspect is shown before an install commits.
public struct OpenInstall {
    /// The database as it will be.
    public let transaction: any InstallTransaction
    /// The database as readers see it meanwhile.
    public let committed: any CatalogReading
    public let submission: SubmissionFacts

    public init(transaction: any InstallTransaction, committed: any CatalogReading, submission: SubmissionFacts) {
        self.transaction = transaction
        self.committed = committed
        self.submission = submission
    }
}

/// What inspect is shown before an undo commits.
public struct OpenUndo {
    /// The version that is undone, as it stood.
    public let version: CatalogVersion
    /// The database without the version.
    public let reading: any CatalogReading
    /// The database as readers see it meanwhile.
    public let committed: any CatalogReading
    /// The rules by which the database's records are matched; nil where they are not.
    public let rules: (any ClusterRules)?

    public init(
        version: CatalogVersion, reading: any CatalogReading, committed: any CatalogReading,
        rules: (any ClusterRules)?
    ) {
        (self.version, self.reading, self.committed, self.rules) = (version, reading, committed, rules)
    }
}

extension CatalogStore {
    /// Undoes the newest version of its contributor, and looks at nothing.
    public func undo(_ version: Int) throws { try undo(version) { _ in } }
}

/// Inspect, as install sees it: run on the open transaction, it gives the verdict to be kept with the version; where it
/// throws, nothing is committed.
public typealias InspectHook = (OpenInstall) throws -> String

/// What a store does not do, in one sentence.
public struct CatalogRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }

    /// A version cannot be undone because its images are gone.
    init(forgotten version: CatalogVersion) {
        self.init(
            """
            version \(version.id) (\(version.period)) can no longer be undone: what it took the place of was removed, as \
            retention in holdfast.yaml says
            """)
    }
}
