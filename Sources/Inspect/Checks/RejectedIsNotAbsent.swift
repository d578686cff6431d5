internal import Catalog
internal import MARC
internal import Update

/// No record was deleted for being absent although the submission has it: a rejected record keeps its earlier version, and
/// where records cannot be identified nothing is deleted for being absent.
struct RejectedIsNotAbsent: InspectCheck {
    static let codes = [deleted]
    static let name = "rejected-is-not-absent"
    private(set) var checked = 0
    /// The identities that the version deleted for being absent: 8 bytes each.
    private var absent: Set<UInt64> = []

    static let deleted = DefectCode(
        "inspect.rejected-deleted", .critical, .rolledBack,
        what: "A record was deleted for being absent from a full load that has it, or that may have it.",
        why: "Patrons would lose a title that the library still has.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program. Run the submission again.",
        example:
            "1234567 came with the full load and was rejected for its missing title; the version installed last month is gone."
    )

    init(_ inspection: Inspection) throws {
        guard inspection.submission.mode == .full else { return }
        try inspection.reading.forEachChange(of: inspection.version.id, [.absent]) { change in
            guard let kind = RecordKind.allCases.first(where: { $0.name == change.kind }) else { return }
            let number = Array(change.controlNumber.utf8)
            absent.insert(number.withUnsafeBufferPointer { RowBatch.identityHash(kind, $0) })
        }
    }

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.row.disposition == .rejected, !pair.row.isUnidentifiable else { return }
        checked += 1
        if absent.contains(pair.expected.identityHash(pair.index)) {
            log.report(
                Self.deleted,
                """
                the \(pair.row.kind.name) record \(pair.controlNumber) was rejected and its earlier version was deleted as \
                if it were absent
                """)
        }
    }

    func finish(_ inspection: Inspection, _ log: inout DefectLog) throws {
        let unidentifiable = inspection.intake.unidentifiable + inspection.submission.unreadablePieces
        guard unidentifiable > 0, !inspection.submission.releasesAbsence, !absent.isEmpty else { return }
        log.report(
            Self.deleted,
            """
            \(absent.count) records were deleted for being absent although \(unidentifiable) records or pieces of the \
            submission cannot be identified and nobody has released the deletes
            """)
    }
}
