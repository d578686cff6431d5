internal import MARC
internal import Pipeline
internal import Update

/// Which records have a private field in another script: an 880 that is linked to one. A defect names its field as 880
/// only, so the record is looked up; what cannot be looked up is taken for private.
///
/// Source: MARC 21, Appendix A, "Control Subfields", $6.
final class PrivateLinks {
    private let attempts: [Attempt]
    private let hidden: PrivateFields
    private var lookup: Lookup?

    init(_ attempts: [Attempt], hiding hidden: PrivateFields) {
        self.attempts = attempts
        self.hidden = hidden
    }

    /// Whether the row is about an 880 of such a record.
    func cover(_ row: DefectRow) throws -> Bool {
        guard row.tag == "880", hidden.hasPatterns else { return false }
        if lookup == nil { lookup = try Lookup(attempts) }
        guard let file = row.file, let record = row.record else { return true }
        return try lookup?.withRecord(record, of: file) { view in
            view.fields("880").contains { field in
                guard let link = field.subfield("6"), link.count >= 3 else { return true }
                return hidden.cover(Tag(link[0], link[1], link[2]))
            }
        } ?? true
    }

    /// Scrub's records by file and ordinal, with one block at hand: defects come in the order of the records.
    private struct Lookup {
        private let spool: SpoolReader
        private var firstOrdinals: [String: Int] = [:]
        private var block: (number: Int, records: Batch<Scrubbed>)?

        init?(_ attempts: [Attempt]) throws {
            guard let records = try SubmissionRecords(attempts),
                let scrub = attempts.first(where: { $0.stage == .scrub })
            else {
                return nil
            }
            spool = try SpoolReader(path: scrub.file(StageFile.records), kind: .records)
            let counts = try records.countByFile()
            var ordinal = 0
            for (index, entry) in records.files.entries.enumerated() {
                firstOrdinals[entry.name] = ordinal
                ordinal += counts[index] ?? 0
            }
        }

        mutating func withRecord<Result>(_ record: Int, of file: String, _ body: (RecordView) -> Result) throws
            -> Result?
        {
            guard let first = firstOrdinals[file],
                let found = spool.find(ordinal: UInt32(clamping: first &+ record &- 1))
            else {
                return nil
            }
            if block?.number != found.block { block = (found.block, try spool.scrubbed(block: found.block)) }
            return block?.records.withRecord(found.index, body)
        }
    }
}
