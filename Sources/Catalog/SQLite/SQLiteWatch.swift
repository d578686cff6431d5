internal import CSQLite
internal import MARC
internal import Update

/// Watches every row that a connection writes, from its making on: whose rows they are, and how many of each table.
///
/// SQLite calls it before each row is written, whatever statement writes it, triggers and the search index's own tables
/// included.
final class SQLiteWatch {
    /// Tables with rows that belong to a record.
    enum Table: Int, CaseIterable {
        case record, holding, identifier, search, cluster, matchKey

        var name: String { self == .matchKey ? "match_key" : "\(self)" }
    }

    /// Records of which rows were written, by table.
    private(set) var records = InlineArray<6, SeenRecords>(repeating: SeenRecords())
    /// Rows of other tables that are not the version's own: the table, and whose they are.
    private(set) var others: Set<[String]> = []
    private var counts: [(table: String, count: WriteCount)] = Table.allCases.map { ($0.name, WriteCount()) }
    private var changes = WriteCount()
    private let connection: SQLiteConnection
    private let version: Int
    private let contributor: Int

    /// - Parameter version: the one that is made, of `contributor`.
    init(_ connection: SQLiteConnection, version: Int, contributor: Int) {
        self.connection = connection
        self.version = version
        self.contributor = contributor
        _ = sqlite3_preupdate_hook(
            connection.handle,
            { context, _, operation, database, table, old, new in
                // Tables of the connection's own are nobody's.
                guard let context, let table, database?.pointee == 0x6D else { return }
                Unmanaged<SQLiteWatch>.fromOpaque(context).takeUnretainedValue()
                    .note(operation, UnsafeRawPointer(table), Int(old), Int(new))
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { _ = sqlite3_preupdate_hook(connection.handle, nil, nil) }

    /// What was written to a table that holds records, or to `change`.
    func count(_ table: String) -> WriteCount {
        table == "change" ? changes : counts.first { $0.table == table }?.count ?? WriteCount()
    }

    // MARK: Each row

    /// - Parameters:
    ///   - table: the table's name, of at least four characters.
    ///   - old: the number of the row before; `new` after. Tables without such numbers have any.
    private func note(_ operation: Int32, _ table: UnsafeRawPointer, _ old: Int, _ new: Int) {
        let (before, after) = (operation == SQLITE_INSERT ? new : old, operation == SQLITE_DELETE ? old : new)
        switch Beginning(rawValue: table.loadUnaligned(as: UInt32.self)) {
        case .record: note(.record, operation, before, after)
        case .holding: noteColumn(.holding, operation)
        case .identifier: noteColumn(.identifier, operation)
        case .search:
            guard table.loadUnaligned(fromByteOffset: 7, as: UInt16.self) == Self.docsize else { return }
            note(.search, operation, before, after)
        case .matchKey:
            note(.matchKey, operation, before >> SQLiteClusterSchema.keyShift, after >> SQLiteClusterSchema.keyShift)
        case .cluster:
            // Whose master a record is changes with its cluster.
            if operation != SQLITE_UPDATE || !isSame(2...5) { note(.cluster, operation, before, after) }
        case .change:
            Self.count(operation, &changes)
            compare("change", before >> 32, after >> 32, with: version, "version")
        case .version: compare("version", before, after, with: version, "version")
        case .history: noteOwner("history", 0, operation, own: version, "version")
        case .seal:
            let isContributor = text(0, operation)?.equals("contributor") ?? false
            let own = isContributor ? contributor : version
            noteOwner("seal", 1, operation, own: own, isContributor ? "contributor" : "version")
        case .contributor: compare("contributor", before, after, with: contributor, "contributor")
        case .meta: add("meta", "the database")
        case .rematch: add("rematch", "version \(before)")
        // Sums are compared by what they hold, and the review list is made of the rest.
        case nil: break
        }
    }

    @inline(__always)
    private func note(_ table: Table, _ operation: Int32, _ before: Int, _ after: Int) {
        Self.count(operation, &counts[table.rawValue].count)
        records[table.rawValue].insert(before)
        if after != before { records[table.rawValue].insert(after) }
    }

    @inline(__always)
    private static func count(_ operation: Int32, _ count: inout WriteCount) {
        switch operation {
        case SQLITE_INSERT: count.inserted += 1
        case SQLITE_DELETE: count.deleted += 1
        default: count.updated += 1
        }
    }

    /// A row whose first column is a record's number.
    @inline(__always)
    private func noteColumn(_ table: Table, _ operation: Int32) {
        let before = operation == SQLITE_INSERT ? nil : value(0, isNew: false)
        let after = operation == SQLITE_DELETE ? nil : value(0, isNew: true)
        note(table, operation, before ?? after ?? 0, after ?? before ?? 0)
    }

    @inline(__always)
    private func compare(_ table: String, _ before: Int, _ after: Int, with own: Int, _ owner: StaticString) {
        if before != own { add(table, "\(owner) \(before)") }
        if after != own { add(table, "\(owner) \(after)") }
    }

    /// A row whose owner's number stands in a column.
    private func noteOwner(
        _ table: String, _ column: Int32, _ operation: Int32, own: Int, _ owner: StaticString
    ) {
        let before = operation == SQLITE_INSERT ? own : value(column, isNew: false) ?? 0
        let after = operation == SQLITE_DELETE ? own : value(column, isNew: true) ?? 0
        compare(table, before, after, with: own, owner)
    }

    private func add(_ table: String, _ owner: String) {
        if others.count < StrayRow.most { others.insert([table, owner]) }
    }

    // MARK: Values of the row at hand

    @inline(__always)
    private func pointer(_ column: Int32, isNew: Bool) -> OpaquePointer? {
        var value: OpaquePointer?
        let status =
            isNew
            ? sqlite3_preupdate_new(connection.handle, column, &value)
            : sqlite3_preupdate_old(connection.handle, column, &value)
        return status == SQLITE_OK ? value : nil
    }

    @inline(__always)
    private func value(_ column: Int32, isNew: Bool) -> Int? {
        pointer(column, isNew: isNew).map { Int(sqlite3_value_int64($0)) }
    }

    private func text(_ column: Int32, _ operation: Int32) -> ByteView? {
        pointer(column, isNew: operation != SQLITE_DELETE).map {
            ByteView(start: sqlite3_value_text($0), count: Int(sqlite3_value_bytes($0)))
        }
    }

    /// Whether a row that is updated keeps its values in some columns.
    private func isSame(_ columns: ClosedRange<Int32>) -> Bool {
        columns.allSatisfy { column in
            guard let old = pointer(column, isNew: false), let new = pointer(column, isNew: true) else { return false }
            let (before, after) = (
                ByteView(start: sqlite3_value_text(old), count: Int(sqlite3_value_bytes(old))),
                ByteView(start: sqlite3_value_text(new), count: Int(sqlite3_value_bytes(new)))
            )
            return before.elementsEqual(after)
        }
    }

    /// Tables by the first four characters of their names, as they lie in memory.
    private enum Beginning: UInt32 {
        case record = 0x6F63_6572
        case holding = 0x646C_6F68
        case identifier = 0x6E65_6469
        case search = 0x7261_6573
        case matchKey = 0x6374_616D
        case cluster = 0x7375_6C63
        case change = 0x6E61_6863
        case version = 0x7372_6576
        case history = 0x7473_6968
        case seal = 0x6C61_6573
        case contributor = 0x746E_6F63
        case meta = 0x6174_656D
        case rematch = 0x616D_6572
    }

    /// The eighth and ninth character of `search_docsize`, which has a row for each record in the index.
    private static let docsize: UInt16 = 0x6F64
}
