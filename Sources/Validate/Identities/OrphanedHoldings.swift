internal import MARC
internal import Update

/// Finds the holdings records of a full load whose record is not in it: first which numbers that holdings name are no
/// record's, then, only where there are any, the holdings that name them.
struct OrphanedHoldings {
    private let missing: HoldingsLinks
    /// Holdings records whose record is not there.
    private(set) var count = 0

    /// Holdings that are listed one by one.
    private static let listed = 1000

    init(_ links: HoldingsLinks, among identities: SubmissionIdentities) {
        missing = HoldingsLinks(links.hashes.filter { !identities.contains($0) })
    }

    /// Reports each of them in the order of the records.
    mutating func report(
        _ records: SpoolReader, _ verdicts: SpoolReader, _ policy: DefectPolicy, to defects: inout DefectWriter
    ) throws {
        if missing.isEmpty { return }
        for block in 0..<records.blockCount {
            let batch = try verdicts.validated(block: block, on: try records.scrubbed(block: block))
            var log = DefectLog(files: batch.files, policy: policy)
            for index in 0..<batch.count {
                let mark = batch.marks[index]
                guard mark.kind == .holdings, mark.intent == .keep, mark.disposition == .passed else { continue }
                batch.withRecord(index) { judge($0, batch.origins[index], &log) }
            }
            try defects.write(log.defects)
        }
    }

    private mutating func judge(_ view: RecordView, _ origin: RecordOrigin, _ log: inout DefectLog) {
        guard let field = view.first("004"), let number = ControlNumberPlace(tag: "004").number(in: view),
            missing.contains(number)
        else { return }
        count += 1
        guard count <= Self.listed else { return }
        log.begin(origin, control: view.control("001"), kind: .holdings)
        HoldingsWithoutRecord().judge(number, in: field, log: &log)
    }
}
