internal import Catalog
internal import MARC
internal import Update

/// Every row that was written on the open transaction is one that the submission intends: of a record that it adds,
/// replaces or deletes, or of the version itself; and there are as many of them as the submission comes to.
struct RowsWrittenAreIntended: InspectCheck {
    static let codes = [stray]
    static let name = "rows-written-are-intended"
    private(set) var checked = 0
    private var intent = WriteIntent()
    /// Identities of records that the submission deletes: 8 bytes each.
    private var deletes: Set<UInt64> = []

    static let stray = DefectCode(
        "inspect.row-not-intended", .critical, .rolledBack,
        what: "A row was written that the submission does not intend, or rows that it intends were not.",
        why: "Another record, or what makes an earlier version undone, would be lost or altered.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "The submission changes 4711; while it was installed, a holding of abc/0815 was deleted.")

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        if pair.isDeleted { deletes.insert(pair.expected.identityHash(pair.index)) }
        guard pair.isKept, pair.isWritten, let id = pair.storedID else { return }
        intent.records.insert(id)
        intent.written += pair.row.sums
    }

    mutating func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        guard let transaction = inspection.transaction, let committed = inspection.committed else { return }
        intent.taken = inspection.imagesBefore
        try addDeletes(inspection, &log)
        checked = intent.records.count
        for stray in try transaction.strayRows(intent, committed: committed) {
            log.report(Self.stray, "table \(stray.table): \(stray.message)")
        }
        try compareVersions(inspection, committed, &log)
    }

    /// The records that the version says it deleted are those that the submission deletes or does not have.
    private mutating func addDeletes(_ inspection: Inspection, _ log: inout DefectLog) throws {
        try inspection.reading.forEachChange(of: inspection.version.id, [.deleted, .absent, .deleteNotHeld]) { change in
            let isIntended =
                change.action == .absent ? inspection.submission.mode == .full : deletes.contains(change.identityHash)
            if !isIntended {
                log.report(
                    Self.stray,
                    """
                    table change: the version says that the \(change.kind) record \(change.controlNumber) was deleted, which \
                    the submission does not ask for
                    """)
            }
            guard change.action != .deleteNotHeld else {
                intent.notHeld += 1
                return
            }
            intent.deletes += 1
            if let record = change.record, isIntended { intent.records.insert(record) }
        }
    }

    /// Every version with the texts that are kept with it.
    private static func versions(_ reading: any CatalogReading) throws -> [CatalogVersion] {
        try reading.versions().compactMap { try reading.version($0.id) }
    }

    /// Other versions and contributors stand as readers see them, but for a version that this one replaces.
    private func compareVersions(
        _ inspection: Inspection, _ committed: any CatalogReading, _ log: inout DefectLog
    ) throws {
        let own = inspection.version
        let now = try Self.versions(inspection.reading).filter { $0.id != own.id }
        let before = try Self.versions(committed).filter { version in
            version.contributor != own.contributor || version.submission != own.submission
                || version.period != own.period
        }
        if now != before {
            let changed = Set(now.map(\.id)).symmetricDifference(before.map(\.id)).union(
                zip(now, before).filter { $0 != $1 }.map(\.0.id))
            let names = changed.sorted().map(String.init).joined(separator: ", ")
            log.report(Self.stray, "table version: version \(names) does not stand as it stood before")
        }
        let contributors = try inspection.reading.contributors().filter { $0.id != own.contributor }
        if try committed.contributors().filter({ $0.id != own.contributor }) != contributors {
            log.report(Self.stray, "table contributor: another contributor does not stand as it stood before")
        }
    }
}

extension CatalogChange {
    /// As ``RowBatch/identityHash(_:)``.
    fileprivate var identityHash: UInt64 {
        let kind = RecordKind.allCases.first { $0.name == self.kind } ?? .bibliographic
        let number = Array(controlNumber.utf8)
        return number.withUnsafeBufferPointer { RowBatch.identityHash(kind, $0) }
    }
}
