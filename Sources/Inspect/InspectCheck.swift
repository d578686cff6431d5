internal import Catalog
internal import MARC
internal import Update

/// One thing that inspect proves. It is shown every record of the submission with what stands in the database under its
/// identity, then the database as a whole.
protocol InspectCheck {
    static var codes: [DefectCode] { get }
    /// The name under which the verdict counts what it looked at.
    static var name: String { get }
    /// Records or rows looked at so far.
    var checked: Int { get }

    mutating func see(_ pair: RowPair, _ log: inout DefectLog)
    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws
}

extension InspectCheck {
    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {}
    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {}
}

/// A record of the submission beside what stands in the database under its identity.
struct RowPair {
    let expected: RowBatch
    let stored: StoredRows
    let index: Int
    /// The number of the version that is inspected.
    let version: Int
    /// False where the stored form, read by its codec, does not say what was validated; tried on a sample.
    let isFaithful: Bool

    var row: RowBatch.Row { expected.rows[index] }
    var isKept: Bool { row.disposition == .passed && row.intent == .keep }
    var isDeleted: Bool { row.disposition == .passed && row.intent == .delete }
    var storedID: Int? { stored.ids[index] }
    /// Whether the version inspected wrote the record; else it was left as it stood.
    var isWritten: Bool { stored.versions[index] == version }
    var controlNumber: String { expected.controlNumber(index) }
}

/// What is inspected.
struct Inspection {
    let reading: any CatalogReading
    /// The database as readers see it while an install is open; nil after the commit.
    let committed: (any CatalogReading)?
    let version: CatalogVersion
    let submission: SubmissionFacts
    /// The rules by which records are matched; nil where they are not, or after the commit.
    var rules: (any ClusterRules)?
    /// The open transaction; nil after the commit.
    var transaction: (any InstallTransaction)?
    /// What the rows came to that the version replaced or deleted.
    var imagesBefore = TableSums()
    /// Records that the submission has, by disposition and intent.
    var intake = InspectIntake()
}

/// The submission's records counted, independently of install.
struct InspectIntake {
    var kept = 0
    var deletes = 0
    var unidentifiable = 0
    var kinds: Set<RecordKind> = []
    var records = 0

    mutating func take(_ row: RowBatch.Row) {
        records += 1
        kinds.insert(row.kind)
        if row.disposition == .passed { if row.intent == .keep { kept += 1 } else { deletes += 1 } }
        if row.disposition == .rejected && row.isUnidentifiable { unidentifiable += 1 }
    }
}
