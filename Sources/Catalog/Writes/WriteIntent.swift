/// What a submission is to write, as inspect knows it from the submission itself.
public struct WriteIntent: Sendable {
    /// The database's numbers of the records that it adds, replaces and deletes.
    public var records = SeenRecords()
    /// What the rows come to that it puts into the database.
    public var written = TableSums()
    /// What the rows came to that it takes out, those that others take the place of included.
    public var taken = TableSums()
    /// Records deleted, absent ones included.
    public var deletes = 0
    /// Records that it is to delete and that are not held.
    public var notHeld = 0

    public init() {}
}

/// A row that was written and that the submission does not intend.
public struct StrayRow: Sendable, Equatable {
    public var table: String
    /// What is wrong, with the row's name where it is known: as the middle of a sentence.
    public var message: String
}

/// Rows written to a table.
struct WriteCount: Equatable, CustomStringConvertible {
    var inserted = 0
    var updated = 0
    var deleted = 0

    static func - (left: WriteCount, right: WriteCount) -> WriteCount {
        WriteCount(
            inserted: left.inserted - right.inserted, updated: left.updated - right.updated,
            deleted: left.deleted - right.deleted)
    }

    var description: String { "\(inserted) inserted, \(updated) updated, \(deleted) deleted" }
}

extension WriteIntent {
    private var replaced: Int { taken.records.rows - deletes }

    /// What is to have been written to each table that holds records.
    ///
    /// - Parameter updates: whether a record that is replaced keeps its row in `record`.
    func counts(updates: Bool) -> [(table: String, count: WriteCount)] {
        let kept = updates ? replaced : 0
        return [
            (
                "record",
                WriteCount(
                    inserted: written.records.rows - kept, updated: kept, deleted: taken.records.rows - kept)
            ),
            ("holding", WriteCount(inserted: written.holdings.rows, deleted: taken.holdings.rows)),
            ("identifier", WriteCount(inserted: written.identifiers.rows, deleted: taken.identifiers.rows)),
            ("search", WriteCount(inserted: written.records.rows, deleted: taken.records.rows)),
            ("change", WriteCount(inserted: written.records.rows + deletes + notHeld)),
        ]
    }
}

extension StrayRow {
    /// So many are named of each table.
    static let most = 1000

    /// - Parameter name: `lib1/4711`, `version 3`.
    static func named(_ table: String, _ name: String) -> StrayRow {
        StrayRow(table: table, message: "a row of \(name) was written, which the submission does not touch")
    }

    /// nil where both counts are the same.
    static func counted(_ table: String, _ written: WriteCount, intended: WriteCount) -> StrayRow? {
        if written == intended { return nil }
        return StrayRow(
            table: table, message: "the rows written are \(written); the submission comes to \(intended)")
    }

    /// - Parameter rows: how many stand there.
    static func counted(_ table: String, rows: Int, intended: Int) -> StrayRow? {
        if rows == intended { return nil }
        return StrayRow(
            table: table,
            message: "\(rows) rows stand in a database that was empty; the submission comes to \(intended)")
    }
}
