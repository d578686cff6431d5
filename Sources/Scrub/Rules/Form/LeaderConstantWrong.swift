internal import MARC
internal import Update

/// Leader/10, 11 and 20–23, which are the same in every MARC 21 record.
enum LeaderConstantWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .leader
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let leader = work.record.leader
        for (range, value) in LeaderForm.constants where !range.elementsEqual(value, by: { leader[$0] == $1 }) {
            for (position, byte) in zip(range, value) { work.record.leader[position] = byte }
            // Ingest has reported it already where it read the record by this map, or where there is no leader.
            if work.faults.contains(where: { $0.kind == .entryMapWrong || $0.kind == .leaderMissing }) { continue }
            work.report(
                code, at: .leader(range.lowerBound), before: range.map { leader[$0] }, after: value,
                "leader/\(LeaderForm.name(range)) is \(Bytes.display(range.map { leader[$0] })), in MARC 21 always "
                    + "\(Bytes.display(value))")
        }
    }

    static let code = DefectCode(
        "scrub.leader-constant-wrong", .info, .repaired,
        what: "Leader/10, 11 or 20-23 differ from the values that they have in every MARC 21 record: 2, 2 and 4500.",
        why: "Some programs refuse the record, or read its directory wrongly.",
        done: "The positions were set to 2, 2 and 4500.",
        repair: "Set the export to write MARC 21 leaders.",
        example: "A MARCXML file with the leader 00000cam a3300000 a 4511.")
}
