internal import MARC
internal import Update

/// A row of `cluster`.
struct ClusterRow: Sendable {
    /// 0 for a record that has just been written.
    var master: Int
    var contributor: Int
    var level: Int
    var oclc: [Int]
    /// As in ``MatchFacts/title``.
    var title: Int
}

/// The tables of clusters, in whichever store.
protocol ClusterRows: AnyObject {
    func setMaster(_ master: Int, of record: Int) throws
    /// The record's row; nil for one that is not matched.
    func row(_ record: Int) throws -> ClusterRow?
    /// The record's keys, ascending.
    func keys(of record: Int) throws -> [MatchKey]
    /// The records that bear a key, by their numbers; `most` of them at most.
    func bearers(of key: MatchKey, most: Int) throws -> [Int]
    func controlNumber(of record: Int) throws -> String
    /// CONTRIBUTOR/CONTROL-NUMBER
    func identity(of record: Int) throws -> String
    /// The record's numbers of some kinds, as the review list names them: `isbn 9780156949606`.
    func numbers(of record: Int, of kinds: [RecordKey]) throws -> Set<String>

    /// The highest number of a matched record.
    func lastRecord() throws -> Int
    func forEachRow(_ body: (Int, ClusterRow) throws -> Void) throws
    /// Every key with who bears it, by key and record.
    func forEachKey(_ body: (MatchKey, Int) throws -> Void) throws

    /// Takes everything off the review list.
    func clearDoubts() throws
    /// Puts a record on the review list where it does not stand there for the same reason.
    func add(_ kind: ClusterDoubt.Kind, _ evidence: String, _ record: Int) throws
    /// Takes off what stands there for a reason.
    func remove(_ kind: ClusterDoubt.Kind, _ evidence: String) throws
    func remove(_ kind: ClusterDoubt.Kind, ofRecord record: Int) throws
    /// Matched records that bear a number, with their masters; `most` of them at most.
    func bearers(ofNumber type: String, _ value: String, most: Int) throws -> [(record: Int, master: Int)]
    /// Every number of some kinds with who bears it, all bearers of one number after another: kind, value, record.
    func forEachNumber(of kinds: [RecordKey], _ body: (ByteView, ByteView, Int) throws -> Void) throws

    /// Says what will be asked next, for a store that answers many questions faster together than one by one.
    func expect(_ questions: ClusterQuestions) throws
}

/// What will be asked of the tables of clusters.
enum ClusterQuestions {
    case rows([Int])
    case keys([Int])
    case bearers([MatchKey], most: Int)
    case numbers([Int])
    case bearersOfNumbers([(type: String, value: String)], most: Int)
}

/// Keeps the clusters of a client up with its records.
protocol ClusterKeeping: AnyObject {
    associatedtype Rows: ClusterRows
    var rules: any ClusterRules { get }
    var rows: Rows { get }
    /// What was put and taken since the clusters were settled.
    var touched: ClusterTouches { get }
    /// The order of contributors.
    func contributors() throws -> ContributorOrder
}
